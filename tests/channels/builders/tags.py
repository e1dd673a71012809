"""The structure tree: tags for screen readers, and what they say."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import channel
from tests.channels.sheet import NAME, at, draw, first

MARKED = (
    b"/P << /MCID 0 >> BDC "
    + at(b"(Afspraak met Quaxwijk over de vergunning.) Tj")
    + b" EMC"
)  # fmt: skip


def tagged(pdf, **keys):
    """Tag the second line as a paragraph with these keys and return its element."""
    draw(pdf, MARKED)
    page = first(pdf)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root, K=0))
    element.Pg = page
    root.K = Array([element])
    root.ParentTree = Dictionary(Nums=Array([0, Array([element])]))
    page.StructParents = 0
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for key, value in keys.items():
        element[f"/{key}"] = value
    return element


def _says(key):
    def build(pdf):
        tagged(pdf, **{key: String(f"de heer {NAME}")})

    return build


for _name, _key in {
    "actual_text_of_an_element": "ActualText",
    "alternative_text_of_an_element": "Alt",
    "expansion_of_an_element": "E",
    "title_of_an_element": "T",
    "pronunciation_of_an_element": "Phoneme",
    "custom_key_of_an_element": "Vendor",
}.items():
    _build = _says(_key)
    _build.__name__ = _name
    channel("tags", "object")(_build)


@channel("tags", "object")
def identifier_of_an_element(pdf):
    element = tagged(pdf, ID=String(NAME))
    names = Dictionary(Names=Array([String(NAME), element]))
    pdf.Root.StructTreeRoot.IDTree = names


@channel("tags", "object")
def summary_of_a_table(pdf):
    tagged(pdf, S=Name.Table, A=Dictionary(O=Name.Table, Summary=String(f"Bezwaren van {NAME}")))


@channel("tags", "object")
def property_given_by_a_user(pdf):
    given = Dictionary(N=String("auteur"), V=String(NAME))
    tagged(pdf, A=Dictionary(O=Name.UserProperties, P=Array([given])))


@channel("tags", "object")
def class_of_an_element(pdf):
    tagged(pdf, C=Name(f"/{NAME}"))
    pdf.Root.StructTreeRoot.ClassMap = Dictionary({f"/{NAME}": Dictionary(O=Name.Layout)})


@channel("tags", "object")
def role_of_an_element(pdf):
    tagged(pdf, S=Name(f"/{NAME}"))
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{NAME}": Name.P})


@channel("tags", "object")
def namespace_of_an_element(pdf):
    space = Dictionary(Type=Name.Namespace, NS=String(f"https://voorbeeld.example/{NAME}"))
    tagged(pdf, NS=pdf.make_indirect(space))
    pdf.Root.StructTreeRoot.Namespaces = Array([space])


@channel("tags", "object")
def file_of_an_element(pdf):
    stored = Stream(pdf, NAME.encode(), Type=Name.EmbeddedFile)
    file = Dictionary(Type=Name.Filespec, F=String("bron.txt"), EF=Dictionary(F=stored))
    tagged(pdf, AF=Array([pdf.make_indirect(file)]))


@channel("tags", "object")
def element_that_no_page_shows(pdf):
    element = tagged(pdf)
    root = pdf.Root.StructTreeRoot
    lost = Dictionary(Type=Name.StructElem, S=Name.P, P=root, ActualText=String(NAME))
    root.K = Array([element, pdf.make_indirect(lost)])


@channel("tags", "object")
def element_that_the_tree_lost(pdf):
    """The table of parents still leads to it; the tree itself does not."""
    element = tagged(pdf)
    root = pdf.Root.StructTreeRoot
    lost = Dictionary(Type=Name.StructElem, S=Name.P, P=root, ActualText=String(NAME))
    root.ParentTree.Nums = Array([0, Array([element]), 1, pdf.make_indirect(lost)])


@channel("tags", "object")
def language_of_an_element(pdf):
    tagged(pdf, Lang=String(f"nl-x-{NAME}"))
