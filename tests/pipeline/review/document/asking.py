"""Asking for a document as its page does."""

from dataclasses import dataclass
from uuid import uuid4

from starlette.testclient import TestClient

from pipeline.case.case import Case
from tests.pipeline.case.made import item_at


@dataclass
class Asker:
    """Somebody who is signed in, with one document before them."""

    client: TestClient
    case: Case
    document: int = 1

    def get(self, what):
        return self.client.get(f"/stukken/{self.document}/{what}")

    def content(self):
        return self.get("inhoud").json()

    def row(self, item):
        return next(row for row in self.content()["items"] if row["id"] == item)

    def act(self, what, key=None, saw=None, **told):
        saw = self.case.state().seq if saw is None else saw
        headers = {"idempotency-key": key or str(uuid4())}
        path = f"/stukken/{self.document}/{what}"
        return self.client.post(path, json={"saw": saw, **told}, headers=headers)

    def at(self, text, nth=0):
        return item_at(self.case, self.document, text, nth)
