"""Annotations: remarks, links and drawings that hang on a page."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.channels.channel import Channel, add, channel
from tests.channels.sheet import MIDDLE, NAME, first, form, javascript, line

ON = (130, MIDDLE - 4, 200, MIDDLE + 12)
"""Where the name stands."""

AWAY = (400, 300, 440, 320)


def annotate(pdf, subtype, box=AWAY, **keys):
    """Hang an annotation on the first page and return it."""
    note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(box), F=4)
    for key, value in keys.items():
        note[f"/{key}"] = value
    note = pdf.make_indirect(note)
    page = first(pdf)
    page.Annots = Array([*(page.get("/Annots") or []), note])
    return note


def _remark(subtype, key, box=AWAY, **keys):
    def build(pdf):
        more = {name: value(pdf) if callable(value) else value for name, value in keys.items()}
        annotate(pdf, subtype, box, **{key: String(f"{NAME} belde"), **more})

    return build


_QUADS = Array([400, 320, 440, 320, 400, 300, 440, 300])
_STROKE = Array([Array([400, 300, 440, 320])])
_REMARKS = {
    "note_on_the_name": _remark("Text", "Contents", ON),
    "note_elsewhere": _remark("Text", "Contents"),
    "author_of_a_note": _remark("Text", "T", Contents=String("zie dossier")),
    "subject_of_a_note": _remark("Text", "Subj", Contents=String("zie dossier")),
    "rich_text_of_a_note": _remark("Text", "RC", Contents=String("zie dossier")),
    "name_of_an_annotation": _remark("Text", "NM"),
    "popup": _remark("Popup", "Contents"),
    "highlight": _remark("Highlight", "Contents", QuadPoints=_QUADS),
    "underline": _remark("Underline", "Contents", QuadPoints=_QUADS),
    "strike_out": _remark("StrikeOut", "Contents", QuadPoints=_QUADS),
    "drawn_square": _remark("Square", "Contents"),
    "drawn_line": _remark("Line", "Contents", L=Array([400, 300, 440, 320])),
    "drawn_polygon": _remark("Polygon", "Contents", Vertices=Array([400, 300, 440, 300, 420, 320])),
    "ink": _remark("Ink", "Contents", InkList=_STROKE),
    "caret": _remark("Caret", "Contents"),
    "custom_key_of_an_annotation": _remark("Square", "Vendor"),
    "default_style_of_free_text": _remark("FreeText", "DS", Contents=String("zie"), DA=String("")),
    "contents_of_a_link": _remark("Link", "Contents"),
    "overlay_of_a_mark_for_redaction": _remark("Redact", "OverlayText", QuadPoints=_QUADS),
    "projection": _remark("Projection", "Contents"),
}
for _name, _build in _REMARKS.items():
    add(Channel(_name, "annotations", "object", _build))


def _drawing(pdf, text=NAME):
    return Dictionary(N=form(pdf, line(text, x=2, y=4), (0, 0, 70, 16)))


@channel("annotations", "object")
def reply_to_a_note(pdf):
    note = annotate(pdf, "Text", Contents=String("Wie was dit?"))
    annotate(pdf, "Text", Contents=String(NAME), IRT=note, RT=Name.R)


@channel("annotations", "text")
def free_text(pdf):
    style = String("/Helv 10 Tf 0 g")
    annotate(pdf, "FreeText", Contents=String(NAME), DA=style, AP=_drawing(pdf))


@channel("annotations", "text")
def stamp_on_the_name(pdf):
    annotate(pdf, "Stamp", ON, AP=_drawing(pdf))


@channel("annotations", "text")
def stamp_elsewhere(pdf):
    annotate(pdf, "Stamp", AP=_drawing(pdf))


@channel("annotations", "hidden")
def hidden_stamp(pdf):
    annotate(pdf, "Stamp", AP=_drawing(pdf), F=2)


@channel("annotations", "hidden")
def appearance_while_pressed(pdf):
    drawing = _drawing(pdf, "Akkoord")
    drawing.D = _drawing(pdf).N
    annotate(pdf, "Stamp", AP=drawing)


@channel("annotations", "text")
def watermark(pdf):
    annotate(pdf, "Watermark", AP=_drawing(pdf))


def _link(action, box=AWAY):
    def build(pdf):
        annotate(pdf, "Link", box, A=action(pdf))

    return build


def _file(pdf):
    stored = Stream(pdf, f"Notitie over {NAME}".encode(), Type=Name.EmbeddedFile)
    return Dictionary(Type=Name.Filespec, F=String("notitie.txt"), EF=Dictionary(F=stored))


def _uri(address):
    return lambda _: Dictionary(S=Name.URI, URI=String(address))


_LINKS = {
    "link_to_mail_on_the_name": _link(_uri(f"mailto:{NAME}@gemeente.example"), ON),
    "link_to_mail_elsewhere": _link(_uri(f"mailto:{NAME}@gemeente.example")),
    "link_to_the_web": _link(_uri(f"https://voorbeeld.example/{NAME}/profiel")),
    "link_to_the_web_with_escapes": _link(_uri("https://voorbeeld.example/?q=%51uaxwij%6B")),
    "link_to_a_folder": _link(_uri(f"file:///G:/dossiers/{NAME}.docx")),
    "link_that_starts_a_program": _link(lambda _: Dictionary(S=Name.Launch, F=String(NAME))),
    "link_to_another_document": _link(
        lambda _: Dictionary(S=Name.GoToR, F=String(f"{NAME}.pdf"), D=Array([0, Name.Fit]))
    ),
    "link_that_runs_a_script": _link(lambda _: javascript()),
    "link_that_submits_a_form": _link(
        lambda _: Dictionary(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String(NAME)))
    ),
}
for _name, _build in _LINKS.items():
    _by = "bytes" if "escapes" in _name else "object"
    add(Channel(_name, "annotations", _by, _build))


@channel("annotations", "object")
def action_of_an_annotation(pdf):
    annotate(pdf, "Square", AA=Dictionary(E=javascript()))


@channel("annotations", "object")
def action_after_an_action(pdf):
    action = Dictionary(S=Name.URI, URI=String("https://www.voorbeeld.example"), Next=javascript())
    annotate(pdf, "Link", A=action)


@channel("annotations", "bytes")
def sound(pdf):
    recorded = Stream(pdf, NAME.encode(), Type=Name.Sound, R=8000)
    annotate(pdf, "Sound", Sound=recorded)


@channel("annotations", "object")
def screen_that_plays_a_recording(pdf):
    clip = Dictionary(S=Name.MCD, N=String(NAME), CT=String("audio/wav"), D=_file(pdf))
    rendition = Dictionary(Type=Name.Rendition, S=Name.MR, N=String(NAME), C=clip)
    annotate(pdf, "Screen", A=Dictionary(S=Name.Rendition, R=rendition, OP=0))


@channel("annotations", "object")
def movie(pdf):
    annotate(pdf, "Movie", T=String(NAME), Movie=Dictionary(F=String(f"{NAME}.avi")))


@channel("annotations", "bytes")
def attached_file(pdf):
    annotate(pdf, "FileAttachment", FS=_file(pdf))


@channel("annotations", "object")
def name_of_an_attached_file(pdf):
    file = Dictionary(_file(pdf))
    file.F, file.UF = String(f"{NAME}.txt"), String(f"{NAME}.txt")
    annotate(pdf, "FileAttachment", FS=file)


@channel("annotations", "bytes")
def associated_file_of_an_annotation(pdf):
    annotate(pdf, "Square", AF=Array([pdf.make_indirect(_file(pdf))]))


@channel("annotations", "bytes")
def settings_of_rich_media(pdf):
    assets = Dictionary(Names=Array([String("film"), pdf.make_indirect(_file(pdf))]))
    annotate(pdf, "RichMedia", RichMediaContent=Dictionary(Assets=assets))
