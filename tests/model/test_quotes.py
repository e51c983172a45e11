"""A quote stands in a text whatever its white space and quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.model.prose import BLOCK_END, Prose, Run, Text
from mkdocs_dossier.model.quotes import find_quote, nearest_passage

BODY = "He said: “It's the régime’s war (again).”  Then\nhe left. 50% of $3.50 [sic] — no more…"


def _prose(text: str) -> Prose:
    return Prose(text, (Text(0, len(text)),), (), (Run(0, 1, 1),))


PROSE = _prose(f"The title{BLOCK_END}{BODY}{BLOCK_END}Second block.")


STANDS = [
    "He said", "It's the régime's war", "It’s the régime’s war", "It`s", '"It\'s the', "«It's the",
    "war (again).”", "(again).\"", "Then he left.", "Then\n  he\tleft.", "  Then   he left.  ", "50% of $3.50 [sic]",
    "no more…", "The title", "left. 50%",
]  # fmt: skip


@pytest.mark.parametrize("quote", STANDS)
def test_a_quote_stands_in_the_text(quote: str) -> None:
    found = find_quote(PROSE, quote)
    assert found is not None
    start, end = found
    letters = [letter for letter in quote if letter.isalnum()]
    assert [letter for letter in PROSE.text[start:end] if letter.isalnum()] == letters
    assert not PROSE.text[start].isspace() and not PROSE.text[end - 1].isspace()


ABSENT = [
    "he said", "It is the régime's war", "It's the regime's war", "Then left", "'It's the", "again.", "(again]", ".*",
    "H.", "No more",
]  # fmt: skip


@pytest.mark.parametrize("quote", ABSENT)
def test_a_quote_does_not_stand_in_the_text(quote: str) -> None:
    assert find_quote(PROSE, quote) is None


WORDS = st.lists(
    st.text(st.sampled_from("ab.*+?()[]\\^$|{}\"'“”‘’«»-é国"), min_size=1, max_size=5), min_size=1, max_size=8
)
SPACES = st.sampled_from([" ", "\n", "  ", "\t", "\u00a0"])


@given(WORDS, st.data())
@settings(deadline=None)
def test_any_words_of_a_text_stand_in_it_however_they_are_spaced(words: list[str], data: st.DataObject) -> None:
    prose = _prose("".join(word + data.draw(SPACES) for word in words))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert find_quote(prose, data.draw(SPACES).join(words[first:last])) is not None


MARKS = [str.maketrans("'‘’", "’’‘"), str.maketrans('"“”«»', '„""""'), str.maketrans("“”", "«»")]


@given(st.text(st.sampled_from("ab '‘’\"“”«»"), min_size=1).filter(str.strip), st.sampled_from(MARKS))
def test_one_quotation_mark_is_as_good_as_another(text: str, other: dict[int, int]) -> None:
    assert find_quote(_prose(text), text.translate(other)) is not None


def test_the_nearest_passage_is_shown_on_one_line() -> None:
    passage, _ = nearest_passage(PROSE, "Then she left")
    assert "left" in passage or "Then" in passage
    assert "\n" not in passage and BLOCK_END not in passage
    assert len(passage) < 60


@given(st.text(max_size=60), st.text(max_size=200))
@settings(deadline=None)
def test_there_is_always_a_passage_to_show_or_nothing(quote: str, text: str) -> None:
    passage, _ = nearest_passage(_prose(text), quote)
    assert " ".join(passage.split()) == passage
