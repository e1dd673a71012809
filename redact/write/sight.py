"""Which part of each picture the pages show: the rest of its pixels has no business in the file."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from redact.write.places import NOTHING, WHOLE, Part, Place, places, shared

if TYPE_CHECKING:
    import pikepdf

_SLACK = 2.0
"""Points of a picture that may stick out: less than the height of a letter."""

_DEEPEST = 20


@dataclass(slots=True)
class Sight:
    """What is seen of pictures: for each, by its number, the parts that the pages show."""

    parts: dict[tuple[int, int], list[Part]] = field(default_factory=dict)
    images: dict[tuple[int, int], Any] = field(default_factory=dict)

    def hidden(self) -> "list[tuple[Any, list[Part]]]":
        """Return the pictures that are not shown whole, each with the parts that are."""
        return [
            (self.images[number], parts)
            for number, parts in self.parts.items()
            if WHOLE not in parts
        ]

    def see(self, image: Any, part: Part) -> None:  # noqa: ANN401
        """Note that a part of a picture is shown."""
        parts = self.parts.setdefault(image.objgen, [])
        self.images[image.objgen] = image
        if WHOLE not in parts:
            parts.append(part)


def look(pdf: "pikepdf.Pdf") -> Sight:
    """Return what the pages show of every picture they draw."""
    sight = Sight()
    for page in pdf.pages:
        if _has_pictures(page.resources):
            for place in places(page):
                sight.see(place.image, _part(place))
            _take_whole(sight, page.resources, 0)
    return sight


def _has_pictures(resources: "pikepdf.Object") -> bool:
    import pikepdf

    drawn = resources.get("/XObject")
    return isinstance(drawn, pikepdf.Dictionary) and len(drawn) > 0


def _take_whole(sight: Sight, resources: Any, depth: int) -> None:  # noqa: ANN401
    """Count pictures in patterns, masks and letters as shown whole: nobody follows them there."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    masks = (state.get("/SMask") for state in _under(resources, "/ExtGState"))
    drawn = [mask.get("/G") for mask in masks if isinstance(mask, pikepdf.Dictionary)]
    inside = [thing for thing in _under(resources, "/Pattern") if isinstance(thing, pikepdf.Stream)]
    fonts = _under(resources, "/Font")
    for holder in (*drawn, *inside, *fonts):
        own = holder.get("/Resources") if holder is not None else None
        for picture in _pictures(own, depth):
            sight.see(picture, WHOLE)
    for form in _under(resources, "/XObject"):
        if form.get("/Subtype") == pikepdf.Name.Form:
            _take_whole(sight, form.get("/Resources"), depth + 1)


def _pictures(resources: Any, depth: int) -> list[Any]:  # noqa: ANN401
    """Return all pictures under resources."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return []
    found = []
    for thing in _under(resources, "/XObject"):
        if thing.get("/Subtype") == pikepdf.Name.Image:
            found.append(thing)
        else:
            found += _pictures(thing.get("/Resources"), depth + 1)
    return found


def _under(resources: Any, kind: str) -> list[Any]:  # noqa: ANN401
    import pikepdf

    things = resources.get(kind)
    if not isinstance(things, pikepdf.Dictionary):
        return []
    return [things[key] for key in sorted(things.keys())]  # pikepdf gives a set


def _part(place: Place) -> Part:
    """Return which part of a picture is seen, all of it where little sticks out of its clip."""
    whole, part = place.outline, place.under(place.clip)
    seen = shared(whole, place.clip)
    out = (seen.x0 - whole.x0, seen.y0 - whole.y0, whole.x1 - seen.x1, whole.y1 - seen.y1)
    return WHOLE if part != NOTHING and max(out) < _SLACK else part
