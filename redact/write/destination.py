"""Where a bookmark or a link leads to: a page, and how far down."""

from typing import TYPE_CHECKING, Any

from redact.geometry import Matrix

if TYPE_CHECKING:
    import pikepdf

_ACROSS, _DOWN = 0, 1
_LETTER = (0.0, 0.0, 612.0, 792.0)
"""The page of a PDF that does not say how large it is."""

_EDGES = {"/XYZ": (2, 3), "/FitH": (None, 2), "/FitBH": (None, 2), "/FitR": (2, 5)}
"""For each way to show a page, where the left and the upper edge stand in the array."""


def take_destination(pdf: "pikepdf.Pdf", source: "pikepdf.Object") -> "pikepdf.Array | None":
    """Return the page and the height that a bookmark or a link leads to; takes /Dest out of it.

    Names of places are resolved, as they may repeat the text of a heading. How far from the left
    the place is goes: behind a name on the same line it tells how wide that name was.
    """
    import pikepdf

    place = _given(pdf, source)
    if "/Dest" in source:
        del source["/Dest"]
    if not isinstance(place, pikepdf.Array) or not len(place):
        return None
    if not isinstance(place[0], pikepdf.Dictionary):
        return None
    return _down_only(pikepdf.Page(place[0]), list(place.as_list()))


def shown_to_pdf(page: "pikepdf.Page") -> Matrix:
    """Return the map from a page as it is shown, in points from its top left, to its own axes."""
    left, bottom, right, top = _edges(page)
    unit = float(page.obj.get("/UserUnit", 1) or 1)
    turned = {
        0: (1, 0, 0, -1, left, top),
        1: (0, 1, 1, 0, left, bottom),
        2: (-1, 0, 0, 1, right, bottom),
        3: (0, -1, -1, 0, right, top),
    }[_turn(page)]
    return Matrix(*turned).after(Matrix(1 / unit, 0, 0, 1 / unit, 0, 0))


def leading_to(page: "pikepdf.Page", height: float | None) -> "pikepdf.Array":
    """Return a destination: a page, and how far down it, in points as the page is shown."""
    if height is None:
        return _place(page, None)
    point = shown_to_pdf(page).point(0, height)
    return _place(page, round(point[_turn_axis(page)], 2))


def height_of(place: "pikepdf.Array") -> float | None:
    """Return how far down its page a place is, in points as shown; None where it does not say."""
    import pikepdf

    page = pikepdf.Page(place[0])
    point = [float(number) for number in place.as_list()[2:4]]  # none where all of it is shown
    return shown_to_pdf(page).back().point(*point)[1] if point else None


def _edges(page: "pikepdf.Page") -> tuple[float, float, float, float]:
    """Return the part of its own axes that a page shows: left, bottom, right, top."""
    left, bottom, right, top = _box(page.mediabox) or _LETTER
    crop = _box(page.cropbox)
    if crop:
        left, bottom = max(left, crop[0]), max(bottom, crop[1])
        right, top = min(right, crop[2]), min(top, crop[3])
    return left, bottom, right, top


def _box(given: Any) -> tuple[float, float, float, float] | None:  # noqa: ANN401
    import pikepdf

    if not isinstance(given, pikepdf.Array) or len(given) != 4:  # noqa: PLR2004  its edges
        return None
    try:
        x0, y0, x1, y1 = map(float, given.as_list())
    except (TypeError, ValueError):  # no numbers
        return None
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _given(pdf: "pikepdf.Pdf", source: "pikepdf.Object") -> Any:  # noqa: ANN401
    import pikepdf

    action, place = source.get("/A"), source.get("/Dest")
    if place is None and isinstance(action, pikepdf.Dictionary):
        place = action.get("/D") if action.get("/S") == pikepdf.Name.GoTo else None
    if isinstance(place, pikepdf.Name | pikepdf.String):
        place = _named(pdf, place)
    return place.get("/D") if isinstance(place, pikepdf.Dictionary) else place


def _named(pdf: "pikepdf.Pdf", name: "pikepdf.Object") -> "pikepdf.Object | None":
    """Look a place up by its name: PDF 1.1 has a dictionary of them, later ones a tree."""
    import pikepdf

    if isinstance(name, pikepdf.Name):
        return (pdf.Root.get("/Dests") or pikepdf.Dictionary()).get(str(name))
    tree = (pdf.Root.get("/Names") or pikepdf.Dictionary()).get("/Dests")
    return pikepdf.NameTree(tree).get(str(name)) if tree is not None else None


def _down_only(page: "pikepdf.Page", place: list[Any]) -> "pikepdf.Array":
    """Return a place without what says how far from the left of its page it is."""
    how = str(place[1]) if len(place) > 1 else ""
    at = _EDGES.get(how, (None, None))[_turn_axis(page)]
    edge = place[at] if at is not None and at < len(place) else None
    try:
        return _place(page, None if edge is None else float(edge))
    except (TypeError, ValueError):  # no number
        return _place(page, None)


def _place(page: "pikepdf.Page", edge: float | None) -> "pikepdf.Array":
    from pikepdf import Array, Name

    if edge is None:
        return Array([page.obj, Name.Fit])
    both = [edge, 0] if _turn_axis(page) == _ACROSS else [0, edge]
    return Array([page.obj, Name.XYZ, *both, 0])


def _turn_axis(page: "pikepdf.Page") -> int:
    """Return which of a page's own axes runs down it as it is shown."""
    return _ACROSS if _turn(page) % 2 else _DOWN


def _turn(page: "pikepdf.Page") -> int:
    return round(page.rotation / 90) % 4
