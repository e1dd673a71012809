"""Files for the tests of converting, made on the spot."""

import zipfile
from io import BytesIO

import docx


def written(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def zipped(**parts):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def word(change=None):
    document = docx.Document()
    document.add_heading("Verslag overleg", 1)
    document.add_paragraph("De heer Jan van der Meulen opent de vergadering.")
    if change:
        change(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
