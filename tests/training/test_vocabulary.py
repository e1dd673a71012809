import pytest
from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers

from training.vocabulary import letters, trimmed, used


@pytest.fixture
def tokenizer():
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁Noor", "▁No", "or", "a", "й", "漢", "o", "r"]
    whole = Tokenizer(models.Unigram([(piece, -1.0) for piece in pieces], unk_id=3))
    whole.pre_tokenizer = pre_tokenizers.Metaspace()
    whole.add_special_tokens([AddedToken(piece, special=True) for piece in pieces[:4]])
    return whole


def test_pieces_are_counted(tokenizer):
    ids = used(tokenizer, ["Noor", "Noor", "a"], fewest=2)
    assert [tokenizer.id_to_token(number) for number in ids] == ["▁Noor"]


def test_single_letters_of_our_scripts_are_kept(tokenizer):
    kept = {tokenizer.id_to_token(number) for number in letters(tokenizer)}
    assert {"a", "й", "o", "r"} <= kept
    assert "漢" not in kept


def test_what_is_left_out_falls_apart_into_what_is_kept(tokenizer):
    small = trimmed(tokenizer, [0, 1, 2, 3, 4, 6, 11, 12])
    assert small.encode("Noor", add_special_tokens=False).tokens == ["▁No", "o", "r"]
    assert small.get_vocab_size() == 8
    assert small.encode("漢", add_special_tokens=False).ids[-1] == 3
