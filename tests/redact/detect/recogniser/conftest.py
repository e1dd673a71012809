import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "|", "▁", "▁Jan", "▁de", "▁Vries", "▁zegt", ".", ":"]


@pytest.fixture
def tokenizer():
    """A tokenizer of a few words; other words fall apart into letters."""
    letters = [chr(number) for number in range(33, 123) if chr(number) not in PIECES]
    scores = [(piece, -1.0 if len(piece) > 1 else -5.0) for piece in [*PIECES, *letters]]
    tiny = Tokenizer(models.Unigram(scores, unk_id=3, byte_fallback=False))
    tiny.pre_tokenizer = pre_tokenizers.Metaspace()
    return tiny
