"""The only place on disk that holds what documents say: every object by the hash of its bytes."""

from pipeline.vault.reading import Sheet, keep_reading, read_sheet, reading
from pipeline.vault.vault import Key, Vault

__all__ = ["Key", "Sheet", "Vault", "keep_reading", "read_sheet", "reading"]
