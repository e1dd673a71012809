"""`lakwerk review` and `lakwerk account`, as they are run."""

import re
import socket
import subprocess
import sys

import pytest
from httpx2 import Client

from pipeline.case.case import new_case
from pipeline.case.settings import Settings


@pytest.fixture
def case(tmp_path):
    new_case(tmp_path / "zaak", Settings("Zaak")).close()
    return tmp_path / "zaak"


@pytest.fixture
def started():
    """Return a function that starts the command in a process of its own."""
    processes = []

    def start(*args):
        command = [sys.executable, "-W", "error", "-c", "from pipeline.cli import main; main()"]
        process = subprocess.Popen(
            [*command, *map(str, args)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={"PYTHONUNBUFFERED": "1", "PATH": "/usr/bin", "LC_ALL": "C.UTF-8"},
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def read_link(process):
    for line in process.stdout:
        if found := re.search(r"http://\S+/start\?link=\S+", line):
            return found.group()
    pytest.fail(process.stderr.read())


def test_a_review_starts_on_this_machine_and_its_link_opens_it(case, started):
    process = started("review", case, "--port", "0")
    link = read_link(process)
    assert link.startswith("http://127.0.0.1:")
    with Client(follow_redirects=True, headers={"accept": "text/html"}) as client:
        page = client.get(link)
        assert page.status_code == 200
        assert "server" not in page.headers
    with Client() as other:
        assert other.get(link, headers={"accept": "text/html"}).status_code == 401
    process.terminate()
    out, err = process.communicate(timeout=20)
    assert (out + err).count("link=") == 0  # nothing about the requests is logged


def test_who_is_in_stays_in_when_the_program_is_killed_and_started_again(case, started):
    process = started("review", case, "--port", "0")
    link = read_link(process)
    port = int(re.search(r":(\d+)/", link).group(1))
    with Client(headers={"accept": "text/html"}) as client:
        client.get(link)
        process.kill()
        process.communicate()
        read_link(started("review", case, "--port", port))
        assert client.get(f"http://127.0.0.1:{port}/wachtwoord").status_code == 200


def test_without_accounts_it_listens_to_this_machine_only(case, lakwerk):
    ran = lakwerk("review", case, "--host", "0.0.0.0", "--port", "0")  # noqa: S104  refused
    assert ran.code == 2
    assert "alleen op deze machine" in ran.err


def test_a_team_needs_an_address_with_tls(case, lakwerk):
    (case / "review.toml").write_text('access.mode = "accounts"\n')
    ran = lakwerk("review", case, "--host", "0.0.0.0", "--port", "0")  # noqa: S104  refused
    assert ran.code == 2
    assert "https-adres" in ran.err


def test_a_port_that_is_taken_is_said(case, lakwerk):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = lakwerk("review", case, "--port", taken.getsockname()[1])
    assert ran.code == 2
    assert "bezet" in ran.err


def test_a_folder_that_is_no_case_is_refused(tmp_path, lakwerk):
    ran = lakwerk("review", tmp_path)
    assert ran.code == 2
    assert "geen zaak" in ran.err


def test_accounts_are_managed_from_the_command_line(case, lakwerk):
    ran = lakwerk("account", "add", case, "Anna", "--role", "administrator", "--role", "officer")
    assert re.search(r"Wachtwoord voor anna.*: (\w{4}-){3}\w{4}", ran.out)
    assert lakwerk("account", "list", case).out == "anna: administrator, officer\n"
    assert lakwerk("account", "add", case, "anna").code == 2
    assert "beheerder overblijven" in lakwerk("account", "disable", case, "anna").err
    lakwerk("account", "add", case, "bob", "--role", "reviewer")
    assert lakwerk("account", "disable", case, "bob").out == "bob heeft geen toegang meer.\n"
    assert "bob: uitgeschakeld" in lakwerk("account", "list", case).out
    assert lakwerk("account", "disable", case, "bob", "--undo").out == "bob heeft weer toegang.\n"
    assert "Wachtwoord voor bob" in lakwerk("account", "reset", case, "bob").out
    assert lakwerk("account", "reset", case, "carla").code == 2
