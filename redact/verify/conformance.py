"""Which standards for durable and accessible PDFs a file meets, by page-validation."""

STANDARDS = (("PDF/A-2a", "2a"), ("PDF/UA-1", "ua1"))
"""Each with its name among page-validation's profiles."""


def standards_met(data: bytes) -> tuple[str, ...]:
    """Return the standards that a PDF meets; none of them where it cannot be read."""
    import page

    met = []
    for name, profile in STANDARDS:
        try:
            if page.is_pdf_compliant_bytes(data, profile=profile):
                met.append(name)
        except page.PageError:
            return ()
    return tuple(met)
