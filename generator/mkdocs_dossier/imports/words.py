"""Text as it comes out of other programs: made clean, and asked whether it is a sentence."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\ud800-\udfff\ufeff\ufffe\uffff]")
_CLOSED = re.compile(
    r"[.!?…。！？؟।。][\"'”’»›)\]」』]*(?:\s?\[\w{1,4}\]|[⁰¹²³⁴-⁹])*"
    "(?:\\s*[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d])*\\Z"
)
"""A note's number, or a picture of a face, may stand behind the full stop."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

_SENTENCE_WORDS = 4
_SENTENCE_SIGNS = 8
"""A sentence has that many words, or letters in scripts that put no space between words."""


def visible(text: str) -> str:
    """Return `text` without what cannot be seen; line breaks and tabs stay."""
    return _UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """Return `text` without what cannot be seen, every run of white space as one space."""
    return " ".join(visible(text).split())


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def is_closed(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return _CLOSED.search(text.rstrip()[-24:]) is not None


def has_words(text: str, least: int) -> bool:
    """Whether `text` has that many words, or twice as many letters in a script that puts no space between words."""
    return len(text.split()) >= least or signs(text) >= 2 * least


def signs(text: str) -> int:
    """Return how many letters of scripts that put no space between words are in `text`."""
    return len(_WITHOUT_SPACES.findall(text))


def is_sentence(text: str) -> bool:
    """Whether `text` reads as one sentence or more: closed, and with enough words that one of them is no name."""
    if not is_closed(text):
        return False
    if signs(text) >= _SENTENCE_SIGNS:
        return True
    found = words(text)
    return len(found) >= _SENTENCE_WORDS and any(not word[0].isupper() for word in found)
