"""The channels, by where in a PDF they lie; importing this package registers all of them."""

from importlib import import_module

for _where in (
    "text",
    "hidden",
    "stream",
    "tags",
    "annotations",
    "fields",
    "document",
    "pages",
    "names",
    "fonts",
    "file",
    "images",
    "image_files",
    "gaps",
):
    import_module(f"tests.channels.builders.{_where}")
