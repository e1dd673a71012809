import io

import pikepdf
import pymupdf
import pytest


def _leak(case, output, text):
    return any(text in leak for leak in case.leaks(output))


def test_text_saved_without_clearing_up_is_found_in_the_loose_object(case):
    """PyMuPDF's plain save leaves the page's old content in the file."""
    assert _leak(case, case.honest(garbage=0), "losse objecten")


def test_a_second_revision_is_found(case, tmp_path):
    path = tmp_path / "out.pdf"
    path.write_bytes(case.honest())
    with pymupdf.open(path) as pdf:
        pdf.set_metadata({"title": "x"})
        pdf.saveIncr()
    assert _leak(case, path.read_bytes(), "eerdere versie")


def test_the_source_as_a_first_revision_is_found(case, tmp_path):
    path = tmp_path / "out.pdf"
    path.write_bytes(case.data)
    with pymupdf.open(path) as pdf:
        for page in pdf:
            for place in page.search_for("Quaxmans"):
                page.add_redact_annot(place)
            page.apply_redactions()
        pdf.saveIncr()
    output = path.read_bytes()
    assert _leak(case, output, "eerdere versie")
    assert _leak(case, output, "losse objecten")


def test_bytes_before_and_after_the_pdf_are_found(case):
    assert _leak(case, b"x" + case.honest(), "begint niet")
    assert _leak(case, case.honest() + b"Quaxmans", "na het einde")


def test_an_end_of_line_after_the_end_is_no_fault(case):
    assert not case.leaks(case.honest().rstrip() + b"\r\n")


def test_an_output_one_needs_no_password_for_but_is_locked_is_found(case):
    with pymupdf.open(stream=case.honest()) as pdf:
        locked = pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="y")
    assert _leak(case, locked, "versleuteld")


def test_a_page_lost_is_found(case):
    assert _leak(case, case.honest(draw=lambda pdf: pdf.delete_page(1)), "ontbreken pagina's")


def test_a_page_of_another_size_is_found(case):
    output = case.honest(draw=lambda pdf: pdf[0].set_mediabox(pymupdf.Rect(0, 0, 595, 850)))
    assert _leak(case, output, "pagina's, pagina 1")


def test_pages_in_another_order_are_found(case):
    assert case.leaks(case.honest(draw=lambda pdf: pdf.move_page(0)))


def test_a_page_that_explains_may_follow(case):
    def explain(pdf):
        pdf.new_page(-1, 595, 842).insert_text((72, 72), "5.1.2.e: persoonlijke levenssfeer")

    assert not case.leaks(case.honest(draw=explain))


@pytest.mark.parametrize("mode", list(pikepdf.ObjectStreamMode))
def test_an_output_saved_by_qpdf_is_verified(case, mode):
    with pikepdf.open(io.BytesIO(case.honest())) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=mode)
    assert not case.leaks(out.getvalue())


def test_a_bookmark_before_another_is_no_earlier_revision(case):
    """Bookmarks and revisions both point back with /Prev."""
    toc = [[1, "Verslag", 1], [1, "De zaak", 1], [1, "Tweede pagina", 2]]
    assert not case.leaks(case.honest(draw=lambda pdf: pdf.set_toc(toc)))
