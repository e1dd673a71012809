"""The last page of a redacted document: what its codes mean, in the words of the law."""

import json
from collections.abc import Iterable
from importlib.resources import as_file, files

from grounds.catalogue import CATALOGUE
from grounds.ground import Force, Ground
from redact.write.gaps import Gaps

TITLE = "Toelichting bij de codes in dit document"

OPENING = (
    "In dit document is informatie weggelaten. Op die plaatsen staat een code. Hieronder leest u "
    "wat elke code betekent en in welk artikel van de wet de grond staat."
)
_REMARKS = {
    "4.1.4": "Dit is geen weigeringsgrond. Deze tekst gaat over iets waar niet om is gevraagd.",
    "dubbel": "Deze inhoud staat ook in een ander document en is daar beoordeeld.",
    "reeds-openbaar": "Deze informatie is al eerder openbaar gemaakt.",
    "8.8": "Voor deze informatie geldt een andere wet, die in de bijlage bij de Woo staat.",
}
"""What a marker says, for the reader of the document."""

_A4 = (595.28, 841.89)
_SMALLEST, _LARGEST = 400.0, 1200.0
"""Points: the pages that a legend can be set on; on others it takes A4."""


def codes_used(pages: Iterable[Gaps]) -> list[str]:
    """Return the codes that stand in the gaps, in the order of the catalogue."""
    used = {code for page in pages for gap in page.gaps for code in gap.code.split(", ") if code}
    order = {code: place for place, code in enumerate(CATALOGUE)}
    return sorted(used, key=lambda code: (order.get(code, len(order)), code))


def set_legend(codes: Iterable[str], width: float, height: float) -> bytes:
    """Return the legend as a tagged PDF, on pages of this size in points."""
    import typst

    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        width, height = _A4
    rows = [row(code) for code in codes]
    given = {"title": TITLE, "opening": OPENING, "width": width, "height": height, "grounds": rows}
    with as_file(files("redact.write")) as here:
        return typst.compile(
            str(here / "legend.typ"),
            format="pdf",
            font_paths=[str(here / "fonts")],
            ignore_system_fonts=True,
            sys_inputs={"legend": json.dumps(given)},
        )


def row(code: str) -> dict[str, str]:
    """Return what the legend says of a code, as the template takes it."""
    ground = CATALOGUE.get(code, Ground(code, Force.MARKER, ""))
    words = f"{ground.lead} {ground.text}".strip().rstrip(".;")
    return {
        "code": code,
        "label": ground.label,
        "citation": ground.citation[:1].upper() + ground.citation[1:],
        "remark": _REMARKS.get(code, ""),
        "words": "" if ground.is_marker or not words else f"{words}.",
        "link": ground.link,
    }
