import pytest

from redact.detect.foreign import find_foreign


def found(text):
    return [text[match.start : match.end] for match in find_foreign(text)]


@pytest.mark.parametrize(
    "name",
    [
        "محمد الحسن",
        "Олена Шевченко",
        "ኣስመራ ተስፋይ",
        "王明",
        "רחל לוי",
        "Ελένη Παππά",
        "राम शर्मा",
    ],
)
def test_a_name_in_another_script_is_shown(name):
    assert found(f"Gesproken met {name}, die morgen belt.") == [name]


def test_a_whole_line_is_one_stretch_up_to_its_last_letter():
    assert found("اجتمع محمد الحسن مع فاطمة.\n") == ["اجتمع محمد الحسن مع فاطمة"]


def test_lines_and_cells_are_apart():
    assert found("Олена\tШевченко\nОлена") == ["Олена", "Шевченко", "Олена"]


@pytest.mark.parametrize(
    "text", ["De kap van 3 μm", "α, β en γ", "12 Ω", "José Ñandú Łukasz", "x ≥ 2"]
)
def test_signs_of_formulas_and_our_own_letters_with_marks_are_nothing(text):
    assert found(text) == []


def test_what_was_found_is_for_a_person_to_look_at():
    (match,) = find_foreign("Олена")
    assert match.score < 0.85
