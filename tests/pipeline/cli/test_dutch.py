import subprocess
import sys
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po


def said(catalogue):
    return {one(message.id): one(message.string) for message in catalogue if message.id}


def one(text):
    return text if isinstance(text, str) else " | ".join(text)


def test_the_compiled_translation_is_that_of_the_source():
    folder = files("pipeline.cli").joinpath("locale/nl/LC_MESSAGES")
    source = read_po(BytesIO(folder.joinpath("messages.po").read_bytes()))
    compiled = read_mo(BytesIO(folder.joinpath("messages.mo").read_bytes()))
    assert said(source) == said(compiled)


def test_help_is_dutch_whatever_the_locale():
    code = "from pipeline.cli import main; main(['redact', '--help'])"
    ran = subprocess.run(
        (sys.executable, "-c", code),
        capture_output=True,
        text=True,
        check=True,
        env={"LANG": "en_US.UTF-8", "PATH": ""},
    )
    assert ran.stdout.startswith("Gebruik:")
    assert "Toon deze uitleg." in ran.stdout
