"""What in a document may have to go: flow, detectors, one winner in each place, findings."""

from collections.abc import Sequence

from redact.detect.address.address import find_address
from redact.detect.address.homes import at_home
from redact.detect.beside import at_person
from redact.detect.birth.akin import akin_dates
from redact.detect.birth.birthdate import find_birthdate
from redact.detect.birth.birthdays import find_birthday
from redact.detect.birth.births import at_birth
from redact.detect.birth.birthyears import at_year
from redact.detect.contact.desks import at_desk
from redact.detect.contact.email import find_email
from redact.detect.contact.logins import at_login
from redact.detect.contact.mail_domains import without_domains
from redact.detect.contact.phone import find_phone
from redact.detect.filed import in_file_names
from redact.detect.foreign import find_foreign
from redact.detect.match import Detector, Match
from redact.detect.names import find_names
from redact.detect.number.akin import akin
from redact.detect.number.bsn import find_bsn
from redact.detect.number.formed import find_formed
from redact.detect.number.iban import find_iban
from redact.detect.number.idnumber import find_idnumber
from redact.detect.number.plate import find_plate
from redact.detect.number.records import in_records
from redact.detect.overlap import without_overlaps
from redact.detect.passages import find_passages
from redact.detect.propagate import propagate
from redact.detect.recogniser import Recogniser
from redact.detect.repeated import repeated
from redact.detect.spoken import find_spoken
from redact.detect.unexplained.unexplained import unexplained
from redact.document import Document
from redact.finding import Finding
from redact.flow import Flow, flow

DETECTORS: tuple[Detector, ...] = (
    find_bsn,
    find_iban,
    find_phone,
    find_email,
    find_address,
    find_plate,
    find_birthdate,
    find_birthday,
    find_idnumber,
    find_formed,
    find_spoken,
    find_names,
    find_passages,
    find_foreign,
)


def detect(
    document: Document,
    detectors: Sequence[Detector] = DETECTORS,
    recogniser: Recogniser | None = None,
) -> list[Finding]:
    """Return what the detectors find in a document, in reading order, none in another's place.

    A trained recogniser reads after them what they leave open.
    """
    joined = flow(document)
    seen = [match for detector in detectors for match in detector(joined.text)]
    seen += recogniser(joined.text, seen) if recogniser else ()
    seen += propagate(joined.text, without_overlaps(joined.text, seen))
    seen += in_file_names(joined.text, seen)
    seen += at_birth(joined.text, seen)
    seen += at_year(joined.text, seen)
    seen += akin_dates(joined.text, seen)
    seen += in_records(joined.text, seen)
    seen = at_person(joined.text, seen)
    seen += at_login(joined.text, seen)
    seen += repeated(joined.text, seen)
    seen += akin(joined.text, seen)
    seen = at_desk(joined.text, at_home(joined.text, seen))
    found = without_overlaps(joined.text, seen)
    found += unexplained(joined.text, seen, found)
    kept = without_domains(joined.text, found)
    return sorted(_finding(joined, match) for match in kept)


def _finding(joined: Flow, match: Match) -> Finding:
    """Put a match in its place on the page."""
    spans = joined.spans(match.start, match.end)
    return Finding(spans, match.kind, match.score, match.source, match.reason, match.role)
