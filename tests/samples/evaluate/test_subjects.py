from samples.evaluate.subjects import treebank

ROWS = (
    "Jan\tB-PER\nde\tI-PER\nVries\tI-PER\n,\tO\ndie\tO\nbelt\tO\n.\tO\n\n(\tO\nWil\tB-PER\n)\tO\n"
)


def read(tmp_path, rows):
    path = tmp_path / "some.per.tsv"
    path.write_text(rows, "utf-8")
    return list(treebank(path))


def test_sentences_are_written_with_the_spaces_of_a_text(tmp_path):
    assert [text.text for text in read(tmp_path, ROWS)] == ["Jan de Vries, die belt.\n(Wil)\n"]


def test_every_person_is_gold(tmp_path):
    (text,) = read(tmp_path, ROWS)
    assert [text.text[gold.start : gold.end] for gold in text.golds] == ["Jan de Vries", "Wil"]


def test_two_persons_beside_each_other_stay_two(tmp_path):
    (text,) = read(tmp_path, "Jan\tB-PER\nWil\tB-PER\n")
    assert [text.text[gold.start : gold.end] for gold in text.golds] == ["Jan", "Wil"]


def test_braces_of_the_source_become_brackets(tmp_path):
    (text,) = read(tmp_path, "{\tO\nJan\tB-PER\n}\tO\n")
    assert text.text == "(Jan)\n"


def test_forty_sentences_make_one_text(tmp_path):
    assert len(read(tmp_path, "Jan\tB-PER\n\n" * 41)) == 2


def test_no_text_shows_in_a_repr(tmp_path):
    assert "Vries" not in repr(read(tmp_path, ROWS))
