"""Writers: what was ordered out goes, and its code takes the place."""

from redact.write.pdf import write, write_pdf
from redact.write.treated import How, Told, Treated, Written

__all__ = ["How", "Told", "Treated", "Written", "write", "write_pdf"]
