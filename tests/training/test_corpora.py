import io
import tarfile

from training.corpora import europeana, example, treebank, woo_paragraphs


def said(found):
    return [(found.text[name.start : name.end], name.entity) for name in found.names]


def test_newspapers_are_cut_into_sentences(tmp_path):
    path = tmp_path / "news.bio"
    path.write_text(
        "De O\nheer O\nDuymaer B-PER\nvan B-PER\nTwist. B-PER\nzweeg. O\nJa O\n", "utf-8"
    )
    first, second = europeana(path)
    assert first.text == "De heer Duymaer van Twist. zweeg."
    assert said(first) == [("Duymaer van Twist", "PERSON")]
    assert second.text == "Ja"
    assert first.unmarked == {"MISC"}


def test_a_treebank_has_a_blank_line_between_sentences(tmp_path):
    path = tmp_path / "trees.tsv"
    path.write_text("Noor\tB-PER\nzwijgt\tO\n.\tO\n\nGoed\tO\n", "utf-8")
    first, second = treebank(path)
    assert first.text == "Noor zwijgt."
    assert said(first) == [("Noor", "PERSON")]
    assert "PERSON" not in second.unmarked


def test_quotes_and_brackets_stand_close():
    found = example(
        [(word, "O") for word in ["Hij", '"', "zweeg", '"', "(", "nu", ")"]], frozenset()
    )
    assert found.text == 'Hij "zweeg" (nu)'


def test_paragraphs_of_the_woo_texts_come_once_without_their_head(tmp_path):
    body = "---\ntitle: x\n---\n" + "Wij hebben uw verzoek ontvangen.\n\n" * 12
    with tarfile.open(tmp_path / "woo.tar", "w") as files:
        for name in ("a.md", "b.md", "c.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = len(body.encode())
            files.addfile(entry, io.BytesIO(body.encode()))
    paragraphs = list(woo_paragraphs(tmp_path / "woo.tar"))
    assert len(paragraphs) == len(set(paragraphs)) == 1
    assert paragraphs[0].startswith("Wij hebben")
