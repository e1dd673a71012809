"""The file itself: its revisions, its left-overs, and bytes that belong to nothing."""

import re
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.channels.channel import channel
from tests.channels.sheet import (
    NAME,
    add_page,
    at,
    draw,
    first,
    line,
    rewritten,
    saved,
)

OLD = at(b"(Een eerdere zin over Quaxwijk.) Tj", y=500)


def plain_file(pdf):
    """Return the file with a table of its objects that a hand can add to."""
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)


def updated(data, objects):
    """Add a revision with these objects, bytes by their numbers, to the end of a file."""
    root = re.findall(rb"/Root (\d+ \d+ R)", data)[-1]
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    size = max(*map(int, re.findall(rb"/Size (\d+)", data)), *(n + 1 for n in objects))
    out, table = data, b"xref\n"
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out) + 1)
        out += b"\n%d 0 obj\n%s\nendobj" % (number, body)
    trailer = b"trailer << /Size %d /Root %s /Prev %d >>" % (size, root, before)
    return out + b"\n%s%s\nstartxref\n%d\n%%%%EOF\n" % (table, trailer, len(out) + 1)


def stream(content, keys=b""):
    """Return the body of a stream."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), keys, content)


@channel("file", "hidden")
def earlier_revision(pdf):
    contents = first(pdf).Contents
    contents.write(OLD)
    data = plain_file(pdf)
    with pikepdf.open(pikepdf_bytes(data)) as same:
        number = first(same).Contents.objgen[0]
    return updated(data, {number: stream(line(f"Afspraak met {NAME}"))})


@channel("file", "object")
def earlier_revision_of_the_information(pdf):
    pdf.docinfo["/Author"] = String(NAME)
    data = plain_file(pdf)
    with pikepdf.open(pikepdf_bytes(data)) as same:
        number = same.trailer.Info.objgen[0]
    return updated(data, {number: b"<< /Author (gemeente) >>"})


def pikepdf_bytes(data):
    """Return the bytes as a file to open."""
    import io

    return io.BytesIO(data)


@channel("file", "hidden")
def left_over_content(pdf):
    return updated(plain_file(pdf), {90: stream(OLD)})


@channel("file", "hidden")
def left_over_content_that_is_packed(pdf):
    return updated(plain_file(pdf), {90: stream(zlib.compress(OLD), b"/Filter /FlateDecode")})


@channel("file", "object")
def left_over_object(pdf):
    return updated(plain_file(pdf), {90: b"<< /Title (Quaxwijk) >>"})


@channel("file", "hidden")
def page_that_the_tree_lost(pdf):
    add_page(pdf)
    draw(pdf, OLD, page=1)
    pages = pdf.Root.Pages
    lost = pages.Kids[1]
    pages.Kids, pages.Count = Array([pages.Kids[0]]), 1
    pdf.Root.Lost = lost


@channel("file", "bytes")
def bytes_before_the_file(pdf):
    return b"Van: Quaxwijk\r\n\r\n" + saved(pdf)


@channel("file", "bytes")
def comment_behind_the_file(pdf):
    return saved(pdf) + b"% Quaxwijk\n"


@channel("file", "bytes")
def bytes_behind_the_file(pdf):
    return saved(pdf) + bytes(64) + NAME.encode("utf-16-le")


@channel("file", "bytes")
def comment_between_objects(pdf):
    data = plain_file(pdf)
    at_ = data.index(b"xref\n")
    moved = data[:at_] + b"% Quaxwijk\n" + data[at_:]
    return moved.replace(b"startxref\n%d" % at_, b"startxref\n%d" % (at_ + 11))


@channel("file", "bytes")
def other_file_behind_the_file(pdf):
    """Both a PDF and a ZIP file, as some mailers make them."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{NAME}.txt", "notitie")
    return saved(pdf) + out.getvalue()


@channel("file", "text")
def objects_in_streams(pdf):
    pdf.docinfo["/Author"] = String(NAME)
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@channel("file", "text")
def encrypted_for_its_owner(pdf):
    pdf.docinfo["/Author"] = String(NAME)
    return saved(pdf, encryption=pikepdf.Encryption(owner="geheim", user=""))


@channel("file", "text")
def laid_out_for_the_web(pdf):
    pdf.docinfo["/Author"] = String(NAME)
    return saved(pdf, linearize=True)


@channel("file", "text")
def saved_again_by_a_viewer(pdf):
    """A reader that adds its remarks to the end of the file."""

    def remark(document):
        document[0].add_text_annot((300, 300), f"{NAME} belde")

    return rewritten(plain_file(pdf), remark, garbage=0)


@channel("file", "object")
def removed_annotation_that_stays_in_the_file(pdf):
    """Deleted on the page, and still an object."""
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=String(NAME)))
    note.Rect = Array([0, 0, 9, 9])
    first(pdf).Annots = Array([note])
    data = plain_file(pdf)
    with pikepdf.open(pikepdf_bytes(data)) as same:
        page = first(same)
        number, body = page.objgen[0], page
        del body["/Annots"]
        return updated(data, {number: body.unparse(resolved=True)})


@channel("file", "text")
def broken_table_of_objects(pdf):
    data = plain_file(pdf)
    return re.sub(rb"startxref\n\d+", b"startxref\n7", data)
