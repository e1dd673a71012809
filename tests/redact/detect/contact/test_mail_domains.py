import pytest

from redact.detect import detect
from redact.finding import Kind
from redact.read import read_text


def gone(text):
    document = read_text(text.encode())
    return [
        document.text_of(span)
        for found in detect(document)
        for span in found.spans
        if found.kind is Kind.EMAIL
    ]


@pytest.mark.parametrize(
    "domain",
    ["gemeente-utrecht.nl", "minbuza.nl", "gmail.com", "uwv.example.nl", "rijnland-notarissen.nl"],
)
def test_the_domain_of_a_body_or_a_provider_stays(domain):
    assert gone(f"Stuur het naar q.ybrandsma@{domain}.") == ["q.ybrandsma"]


@pytest.mark.parametrize(
    "address",
    [
        "m@dejong.nl",
        "s.rosenthal@velderosenthal.nl",
        "info2@debruin-timmerwerken.nl",
        "post77@hooijmaijers.nl",
        "p@tjeerdvanderveen.nl",
        "k.zqvist@zqvist.example",
    ],
)
def test_a_domain_that_names_somebody_goes_with_the_address(address):
    assert gone(f"Mail {address} terug.") == [address]
