import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.names.forms import begins_surname
from redact.detect.names.grammar import read_name
from redact.detect.names.letters import Trust
from redact.detect.names.lexicon import INITIALS, LETTER, PARTICLE, SHAPED
from redact.detect.names.reversed import read_reversed
from redact.detect.names.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Het stuk is van J.A.M. de Vries gekomen.", "J.A.M. de Vries"),
        ("Vraag het aan J de Vries van de balie.", "J de Vries"),
        ("De zaak van P. van 't Hof loopt.", "P. van 't Hof"),
        ("Gezien door Th. Oosterhof op maandag.", "Th. Oosterhof"),
        ("Dit is J.A. (Jan) de Vries uit Zwolle.", "J.A. (Jan) de Vries"),
        ("De naam is Boer, A.M. de en niets anders.", "Boer, A.M. de"),
        ("Ook Vries, Jan de was erbij.", "Vries, Jan de"),
        ("Vandaag was Fatima El Amrani aan het woord.", "Fatima El Amrani"),
        ("Hier kwam Anne-Marie Jansen-de Boer langs.", "Anne-Marie Jansen-de Boer"),
        ("Gisteren sprak Özlem Yıldırım met de wijk.", "Özlem Yıldırım"),
        ("Toen belde Nguyen Thi Lan over de huur.", "Nguyen Thi Lan"),
        ("Daar stond JAN DE VRIES bij de deur.", "JAN DE VRIES"),
        ("Gisteren heeft Karin gebeld.", "Karin"),
        ("Toen was Van den Berg al weg.", "Van den Berg"),
        ("Het ligt bij van der Meer op het bureau.", "van der Meer"),
        ("Karin Groen heeft het stuk.", "Karin Groen"),
        ("Ook Ernst-Jan was erbij.", "Ernst-Jan"),
        ("Gisteren belde Yvonne Lo Fo Wong hierover.", "Yvonne Lo Fo Wong"),
        ("Dit ligt bij P. v.d. Steen op het bureau.", "P. v.d. Steen"),
        ("Zij is KOWALSKA, Agnieszka Maria genaamd.", "KOWALSKA, Agnieszka Maria"),
        ("Toen kwam Samira el B. binnen.", "Samira el B."),
        ("Van Vliet heeft gebeld.", "Van Vliet"),
        ("Vandaag was bep van dalen er ook.", "bep van dalen"),
        ("Kwame Asante-Boateng had een vraag.", "Kwame Asante-Boateng"),
        ("Gisteren belde R. Tjon-A-Kon hierover.", "R. Tjon-A-Kon"),
        ("Toen vroeg Tjon-A-Kon het nog eens.", "Tjon-A-Kon"),
        ("Gezien door Rachid El H en niemand anders.", "Rachid El H"),
        ("Ook Ilse vd B kwam.", "Ilse vd B"),
        ("Dat zei Job ter B. gisteren.", "Job ter B."),
        ("vraag het aan irma k of niemand", "irma k"),
        ("Gezien F . O . Tak, archief", "F . O . Tak"),
        ("Het graf van A . M . de Klerk ligt er.", "A . M . de Klerk"),
        ("5113\tGraaf, Mw. P. de\tdinsdag", "Graaf, Mw. P. de"),
        ("nr\tnaam\tstraat\n1\tChin-Kon-Sung W.\tzuid", "Chin-Kon-Sung W."),
        ("nr\tnaam\tstraat\n1\tDerksen-te Boekhorst J.\tzuid", "Derksen-te Boekhorst J."),
        ("A.J. Ploeger staat op plaats 4.", "A.J. Ploeger"),
        ("aanmelder: Meijer-Lont, Trijntje (tst 6612)", "Meijer-Lont, Trijntje"),
    ],
)
def test_a_name_is_known_by_its_form(names, text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "De bakker op de hoek is dicht en de visser ook.",
        "Groen licht voor het plan. Kok gezocht voor de kantine.",
        "Wij wonen aan de Jan van Galenstraat in Den Haag.",
        "De Johan de Wittlaan 5 ligt in de Van der Meerpolder.",
        "De commissie-Remkes en de motie-Bikker zijn besproken.",
        "De Stichting Jan Bakker en het Willem de Zwijger College doen mee.",
        "A. Inleiding\nB. Financiën\nC. Vervolg",
        "In mei gaat de raad van Bergen op bezoek in De Bilt.",
        "OOV, OM, GGD en RvdK waren aanwezig namens de VNG.",
        "Mededelingen Rondvraag Besluit Actie Sluiting",
        "De Wet open overheid en het Besluit bouwwerken leefomgeving.",
        "Wij eten bij Café De Kok of bij Albert Heijn op het Van Heekplein.",
        "De Mercedes-Benz staat in de Vincent van Goghkamer.",
        "Jan Feb Mrt Apr",
        "De gemeente Smeetsdam en de inwoners van Smeetsdam zijn blij met Smeetsdam.",
        "Thuiszorg Van Buren B.V. won. Later maakte Van Buren bezwaar.",
        "Zie www.jan.nl/karin en post@karin.nl en map\\karin_oud.",
        "Jansen-project en Bakker B.V. leveren de software.",
    ],
)
def test_what_only_looks_like_a_name_is_left(names, text):
    assert names(text) == []


def test_a_name_runs_on_over_a_wrapped_line_but_not_over_a_list(names):
    wrapped = "Op deze lange regel van het verslag staat de naam van Jan\nde Vries, die belde."
    assert names(wrapped) == ["Jan\nde Vries"]
    assert names("Aanwezig:\nKarin\nJoost\n") == ["Karin", "Joost"]


WORDS = [
    "de",
    "van",
    "der",
    "el",
    "ben",
    "v.d.",
    "'t",
    "Vries",
    "Jan",
    "J.",
    "J",
    ",",
    "-",
    "VOS",
    "kat",
]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "", "\n"])), max_size=9))
def test_small_particles_without_a_capital_behind_them_begin_no_name(words):
    tokens = tokenise("".join(word + gap for word, gap in words))
    for index, traits in enumerate(tokens.traits):
        is_small = traits & PARTICLE and not traits & (SHAPED | INITIALS | LETTER)
        if is_small and not begins_surname(tokens, index):
            assert read_reversed(tokens, index) is None
            assert read_name(tokens, index, Trust.FREE) is None


def test_initials_that_share_a_surname_are_found(names):
    assert names("Het verzoek van P. en M. Sluis en van C.W. & T. van Kleef.") == [
        *("P.", "M. Sluis", "C.W.", "T. van Kleef"),
    ]


def test_the_label_of_the_next_line_is_no_part_of_a_name(names):
    assert names("Aanwezig: Hind\nAfw.: Okke") == ["Hind", "Okke"]


def test_a_mail_from_somebody_does_not_begin_with_mail(names):
    assert names("Mail van Latumahina, R. ontvangen") == ["van Latumahina, R."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("partner\tSOEKHAI, G\t030666", "SOEKHAI, G"),
        ("naam\tBoutkan, Mi.\t'97", "Boutkan, Mi."),
        ("op naam van E J Wiersema en echtgenote", "E J Wiersema"),
        ("Zr. Dijkema komt ook", "Dijkema"),
        ("plek\tlocatie\n4 mei\twoonkamer familie Bruins\n5 mei\tgymzaal", "Bruins"),
    ],
)
def test_initials_without_points_and_cut_first_names_belong_to_a_name(names, text, name):
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Daar is de dag erna over gesproken.",
        "K. Terlouw (hoofd Waterkeringen) was er.",
        "Zuivering rwzi Jansen is dicht.",
        "post\tPost, G 4\tx",
    ],
)
def test_what_stands_beside_a_title_or_greeting_by_chance_stays(names, text):
    assert not {"erna", "Waterkeringen", "Jansen", "Post, G"} & set(names(text))
