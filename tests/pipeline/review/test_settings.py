"""What an organisation sets, and what it cannot set by mistake."""

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.review import settings_file
from pipeline.review.access.account import Role
from pipeline.review.access.errors import SettingsError
from pipeline.review.settings import Mode, Settings, default_settings
from pipeline.review.settings_file import case_settings, read_settings

REFERENCE = Path("docs/reference/review-settings.md").read_text("utf-8")
OIDC = re.search(r"```toml\n(.*?)```", REFERENCE, re.DOTALL).group(1)


def read(folder, text):
    file = folder / "review.toml"
    file.write_text(text, "utf-8")
    return read_settings(file, Settings("sqlite://"))


def test_without_settings_somebody_works_alone(tmp_path):
    settings = case_settings(tmp_path, None, default_settings(tmp_path))
    assert settings.mode is Mode.LINK
    assert settings.database == f"sqlite:///{tmp_path / 'accounts.sqlite'}"


def test_the_settings_of_a_case_count_unless_others_are_given(tmp_path):
    (tmp_path / "review.toml").write_text('access.mode = "accounts"\n')
    other = tmp_path / "other.toml"
    other.write_text("upload.megabytes = 20\n")
    start = default_settings(tmp_path)
    assert case_settings(tmp_path, None, start).mode is Mode.ACCOUNTS
    assert case_settings(tmp_path, other, start).mode is Mode.LINK
    assert case_settings(tmp_path, other, start).upload_limit == 20_000_000


def test_the_example_of_the_reference_is_read(tmp_path):
    (tmp_path / "client-secret.txt").write_text("geheim\n")
    settings = read(tmp_path, OIDC)
    provider = settings.provider
    assert settings.mode is Mode.OIDC
    assert provider.client_secret == "geheim"  # noqa: S105  of the test
    assert dict(provider.roles)["woo-beoordelaars"] is Role.REVIEWER
    assert "geheim" not in repr(settings)


def test_every_key_stands_in_the_reference():
    named = {f"access.{key}" for key in settings_file._ACCESS - {"oidc"}} | settings_file._OIDC
    assert [key for key in named if f"`{key}`" not in REFERENCE] == []


def test_a_team_works_for_half_an_hour_without_a_sign_of_life(tmp_path):
    assert read(tmp_path, 'access.mode = "accounts"').idle_s == 1800
    changed = read(tmp_path, 'access.mode = "accounts"\naccess.idle_minutes = 5')
    assert changed.idle_s == 300


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("acces.mode = 'link'", "acces"),
        ("access.mood = 'link'", "access.mood"),
        ("access.mode = 'iedereen'", "access.mode"),
        ("access = 3", "access"),
        ("access.idle_minutes = 0", "access.idle_minutes"),
        ("access.idle_minutes = true", "access.idle_minutes"),
        ("access.longest_hours = 'lang'", "access.longest_hours"),
        ("upload.megabytes = -1", "upload.megabytes"),
        ("access.address = 'http://lakwerk.voorbeeld.nl'", "access.address"),
        ("access.address = 'https://voorbeeld.nl/lakwerk'", "access.address"),
        ("access.address = 'lakwerk'", "access.address"),
        ("access.mode = 'oidc'", "access.oidc.issuer"),
        (OIDC.replace("officer =", "officier ="), "access.oidc.roles.officier"),
        (OIDC.replace('["woo-juristen"]', "7"), "access.oidc.roles"),
        (OIDC.replace("https://aanmelden", "http://aanmelden"), "access.oidc.issuer"),
        (OIDC, "client_secret_file"),  # there is no such file
        ("access =", "TOML"),
    ],
)
def test_a_mistake_is_named_by_its_key(tmp_path, text, named):
    with pytest.raises(SettingsError, match=re.escape(named)):
        read(tmp_path, text)


def test_a_loopback_address_has_three_names_and_another_one():
    assert Settings("", address="http://127.0.0.1:8765").hosts == ["127.0.0.1", "::1", "localhost"]
    assert Settings("", address="https://lakwerk.voorbeeld.nl").hosts == ["lakwerk.voorbeeld.nl"]


def test_two_reviews_on_one_machine_have_cookies_of_their_own():
    one, other = (Settings("", address=f"http://127.0.0.1:{port}") for port in (8765, 8766))
    assert one.cookie != other.cookie


def test_the_example_is_valid_toml():
    assert tomllib.loads(OIDC)["access"]["mode"] == "oidc"
