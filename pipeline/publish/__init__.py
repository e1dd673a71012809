"""What leaves the house: redacted PDFs, inventory, legend and checksums of an approved case."""

from pipeline.publish.open_points import NotReadyError, Point, open_points
from pipeline.publish.package import ChangedError, Package, publish

__all__ = ["ChangedError", "NotReadyError", "Package", "Point", "open_points", "publish"]
