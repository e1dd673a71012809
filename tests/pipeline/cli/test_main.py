import subprocess
import sys

import pytest

HEAVY = ("pymupdf", "pypdfium2", "pikepdf", "pypdf", "typst", "docx", "jinja2", "numpy", "lxml")


def test_help_names_every_command_and_the_exit_codes(lakwerk):
    ran = lakwerk("--help")
    assert ran.code == 0
    for word in ("redact", "detect", "verify", "audit", "grounds", "3 de controle vond een lek"):
        assert word in " ".join(ran.out.split())


@pytest.mark.parametrize("command", ["redact", "detect", "verify", "audit", "grounds"])
def test_every_command_and_every_option_is_explained(command):
    from pipeline.cli import lakwerk as group

    found = group.get_command(None, command)
    assert found.help
    assert all(o.help for o in found.params if o.param_type_name == "option")


def test_help_imports_nothing_heavy():
    code = (
        "import sys\n"
        "from pipeline.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print('IMPORTED', *sys.modules)"
    )
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    imported = ran.stdout.split("IMPORTED", 1)[1].split()
    assert not set(HEAVY) & set(imported)


def test_an_unknown_command_is_wrong_use(lakwerk):
    ran = lakwerk("lakken")
    assert ran.code == 2
    assert "bestaat niet" in ran.err


def test_the_version_is_shown(lakwerk):
    assert lakwerk("--version").out.startswith("lakwerk ")


def test_an_unexpected_error_is_one_line_without_its_message(lakwerk, monkeypatch):
    import pipeline.cli

    def fail(*_args, **_options):
        raise ValueError("Zwaantje Bruinsma")  # noqa: EM101, TRY003  it stands for a library's

    monkeypatch.setattr(pipeline.cli.lakwerk, "main", fail)
    ran = lakwerk("redact")
    assert ran.code == 1
    assert "ValueError" in ran.err
    assert "Zwaantje" not in ran.err + ran.out
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["detect", "audit"])
def test_an_untrusted_file_is_parsed_by_another_process_only(command, tmp_path, make_pdf):
    path = tmp_path / "verslag.pdf"
    path.write_bytes(make_pdf("Namens het college, 5.1.2.e"))
    code = (
        "import sys\n"
        "from pipeline.cli import main\n"
        f"try: main([{command!r}, {str(path)!r}])\n"
        "except SystemExit as done: assert not done.code\n"
        "parsers = {'pymupdf', 'pypdfium2', 'pikepdf', 'pypdf'}\n"
        "assert not parsers & set(sys.modules), parsers & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
