"""The document that a browser asks for: it is in the case, or there is no such page."""

from fastapi import HTTPException

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.state import File


def file_of(case: Case, number: int) -> File:
    """Return a document of the case."""
    file = case.state().files.get(number)
    if file is None:
        raise HTTPException(404)
    return file


def read_of(case: Case, number: int, page: int = 0) -> acts.ReadFile:
    """Return how a document was read; it has that page."""
    found = file_of(case, number).reading
    if found is None or not 0 <= page < len(found.pages):
        raise HTTPException(404)
    return found
