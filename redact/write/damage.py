"""What is wrong with a file that libraries take for sound."""

from collections.abc import Iterator
from contextlib import contextmanager

from redact.errors import DamagedError

_FAULTS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What work on objects that are not what they should be raises, besides the libraries' errors."""


@contextmanager
def damage() -> Iterator[None]:
    """Let what breaks off within the block be a damaged file: a writer may try another way.

    Raises:
        DamagedError: something broke off.
    """
    import pikepdf
    import pymupdf

    try:
        yield
    except (
        pikepdf.PdfError,
        pikepdf.DependencyError,
        pymupdf.mupdf.FzErrorBase,
        *_FAULTS,
    ) as error:
        raise DamagedError from error
