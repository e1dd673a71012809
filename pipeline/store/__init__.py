"""The facts of a case in a database: SQLite by default, PostgreSQL by URL. No document text."""

from pipeline.store.chain import Link, linked
from pipeline.store.connect import connect
from pipeline.store.rows import ActRow, DoubtRow, ProposalRow
from pipeline.store.store import Store, Writing

__all__ = ["ActRow", "DoubtRow", "Link", "ProposalRow", "Store", "Writing", "connect", "linked"]
