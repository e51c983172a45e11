"""Whether a name in a text is part of a longer one, or of none: of somebody else's name, of a street's, of a word.

`actors` asks for each surname and each full name of a person. What is not known to be anything else stays a possible
name: a wrong mention is worse than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.link.choose import Covers, TextSpan, span_around
from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.link.matcher import Hit
from mkdocs_dossier.link.name_words import Openers, is_word_too, listed
from mkdocs_dossier.link.surnames import PersonName
from mkdocs_dossier.link.title_names import is_held_no_more

_PARTICLES = frozenset("al el de di da do dos das del der den du la le ter van von zu zum zur bin ibn ould".split())
_WORDS_BEFORE = re.compile(rf"((?:[^\W\d_][\w'’.]*[ \n]){{1,3}})(?:(?:{'|'.join(sorted(_PARTICLES))})[ \n-]){{0,2}}$")
_WORD_AFTER = re.compile(r"[ \n]([^\W\d_][\w'’-]*\.?)")
_GIVEN_AFTER = re.compile(r"[ \n]([^\W\d_][\w-]+)")
_NEXT = re.compile(r"(['’]|, |[ \n])([^\W\d_][\w'’]*)?(?:[ \n]([^\W\d_]))?")
_INITIAL = re.compile(r"[^\W\d_]\.")
_INITIAL_BEFORE = re.compile(r"(?<![\w.'’-])[^\W\d_]\.[ \n]?$")
_LAST_WORD = re.compile(r"[^\W\d_][\w-]*[ \n]$")
_SUFFIX_AFTER = re.compile(r",?[ \n](?:Jr|Sr|Junior|Senior|II|III|IV|the (?:Younger|Elder))\b")
_CONTRACTED = ("'s", "’s", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'d", "’d", "'m", "’m", "s'", "s’")
_OPENING = "\"'“‘«„([*_ \n\t"
_MONTHS = frozenset("April May June August".split())
"""Months that are given names, too."""
_BEFORE_MONTHS = frozenset(
    "in since until till last next this early late mid of by from during before after through every each".split()
)
_SPEAKS = frozenset(
    """said says told tells added adds asked asks replied wrote argued insisted denied resigned accused met spoke
    visited voted warned claimed thanked apologised apologized urged promised vowed pledged testified refused agreed
    admitted declined demanded announced who whose""".split()
)
"""What only a person does."""
_ACTS = frozenset(
    """is was isn't wasn't did does had has will would could can may might must should went came took gave made spoke
    won lost ran got kept held led stood began knew thought saw sent paid quit also then later never now himself herself
    himself, became grew left found felt heard chose drew flew sang wore""".split()
)
"""What stands behind the name of a person, or of one thing, but not behind a word for many."""
_LONGEST_HEADING = 200


@dataclass(slots=True)
class Surroundings:
    """One article's text, to be asked what stands around a name.

    others: spans of other names, none of which is a given name.
    """

    text: str
    sentences: Sequence[TextSpan]
    others: Covers
    openers: Openers
    is_german: bool
    _headings: dict[int, bool] = field(default_factory=dict)

    def sentence(self, hit: Hit) -> TextSpan:
        return span_around(self.sentences, hit.start, hit.end) or (0, len(self.text))

    def is_in_capitals(self, hit: Hit) -> bool:
        """Whether the name and all around it is in capitals."""
        return self.text[hit.start : hit.end].isupper() and self.text[slice(*self.sentence(hit))].isupper()

    def is_heading(self, sentence: TextSpan) -> bool:
        """Whether most words of a sentence have a capital, as in English headlines: there it says nothing."""
        if sentence[0] not in self._headings:
            words = [word for word in self.text[slice(*sentence)].split() if len(word) > 3 and word[0].isalpha()]
            capitals = sum(word[0].isupper() for word in words)
            short = sentence[1] - sentence[0] <= _LONGEST_HEADING and not words[-1].endswith(".") if words else False
            self._headings[sentence[0]] = short and len(words) > 1 and capitals >= 0.75 * len(words)
        return self._headings[sentence[0]]


def why_no_surname(hit: Hit, around: Surroundings, names: Sequence[PersonName]) -> str | None:
    """Return why a surname does not name the person here; None if it does. names: of those who have this surname."""
    sentence = around.sentence(hit)
    if is_other_person(hit, around, names, sentence):
        return "the surname stands after another given name"
    text, after = around.text, hit.end + 1
    surname = text[hit.start : hit.end]
    if surname in _MONTHS and _word_before(text, sentence[0], hit.start).lower() in _BEFORE_MONTHS:
        return "a month"
    if text[after : after + 1].isupper() and _goes_on(hit, around, sentence, is_word_too(surname)):
        return "part of a longer name"
    if is_word_too(surname) and _is_plain_word(hit, around, sentence):
        return "a word of the language, which has its capital because it opens the sentence"
    return None


def is_other_person(hit: Hit, around: Surroundings, names: Sequence[PersonName], sentence: TextSpan) -> bool:
    """Whether a surname stands behind another given name, or, where it comes first, before another one."""
    text = around.text
    given = names[0].given if len(names) == 1 else frozenset[str]().union(*(name.given for name in names))
    if any([name.family_first for name in names]):  # noqa: C419 - a list is the quicker for one or two
        after = _GIVEN_AFTER.match(text, hit.end, sentence[1])
        if after is not None and _may_be_given(after[1], around) and fold_phrase(after[1]) not in given:
            return True
    start = max(sentence[0], hit.start - 60)
    if _is_plainly_alone(text, start, hit.start, given):
        return False
    before = _WORDS_BEFORE.search(text, _after_spaces(text, start, hit.start, 5), hit.start)
    if before is None:
        return False
    words = before[1].split()
    if any(fold_phrase(word) in given for word in words):
        return False
    if _INITIAL.fullmatch(words[-1]):
        if len(words) == 1:
            return not any(word[:1].upper() == words[0][0] for word in given)
        words.pop()
    at = text.rfind(words[-1], start, hit.start)
    if _is_opener(words, around, sentence) or around.others.hold(at, at + 1):
        return False
    if around.is_in_capitals(hit):
        return not around.openers.has(words[-1].capitalize())
    return _may_be_given(words[-1], around)


def _is_opener(words: Sequence[str], around: Surroundings, sentence: TextSpan) -> bool:
    """Whether the last word is no given name because of what stands before it, or at the end of the question."""
    last = words[-1]
    if last in _MONTHS:
        return len(words) > 1 and words[-2].lower() in _BEFORE_MONTHS
    return last == "Will" and around.text[: sentence[1]].rstrip("\"'”’) \n").endswith("?")


def why_longer(hit: Hit, around: Surroundings) -> str | None:
    """Return why a person's full name is part of another one here: `The John Fern Bridge`; None if it is not."""
    text, after = around.text, hit.end + 1
    if text[after : after + 1].isupper() or text[hit.end : hit.end + 2] == ", " or text[after : after + 4] == "the ":
        if _SUFFIX_AFTER.match(text, hit.end) is not None:
            return "the name of a relative, who is called Jr., Sr. or the like"
        if text[after : after + 1].isupper() and _goes_on(hit, around, around.sentence(hit), False):
            return "part of a longer name"
    before = text[max(0, hit.start - 20) : hit.start]
    if not before or before[-1] not in " \n.":
        return None
    if _INITIAL_BEFORE.search(before) is not None and hit.start > around.sentence(hit)[0]:
        return "the name of somebody else, who has an initial before it"
    found = _LAST_WORD.search(before)
    word = "" if found is None else found[0][:-1]
    if word in listed("given") and not around.openers.has(word) and word not in _MONTHS:
        return "the name of somebody else, who has another given name before it"
    return None


def why_no_title(hit: Hit, around: Surroundings, alone: Collection[str]) -> str | None:
    """Return why a title with a surname does not name who holds the office; None if it does.

    alone: ids of those of whose surname the article has nobody else.
    """
    text = around.text
    if hit.owners[0].key not in alone:
        return "a title and surname, and the article has somebody else of that surname"
    if is_held_no_more(text[max(0, hit.start - 20) : hit.start]):
        return "another office, or one that was held before"
    if text[hit.end + 1 : hit.end + 2].isupper() and _goes_on(hit, around, around.sentence(hit), is_word=False):
        return "part of a longer name"
    return None


def _goes_on(hit: Hit, around: Surroundings, sentence: TextSpan, is_word: bool) -> bool:
    """Whether the name goes on behind the hit: `Archer Street`, `Andrew Blades`. is_word: it may be a given name."""
    found = _WORD_AFTER.match(around.text, hit.end, sentence[1])
    if found is None:
        return False
    word = found[1]
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare.isupper():
        in_capitals = len(bare) > 1 and around.is_in_capitals(hit)
        return in_capitals and _goes_on_in_capitals(bare.capitalize(), around, is_word)
    if bare.rstrip(".") in listed("of persons") or bare in _MONTHS:
        return False
    if bare in listed("institutions") or bare.rstrip(".") in listed("institutions"):
        return True
    if around.openers.has(bare) or around.openers.has(bare.rstrip(".")):
        return False
    if is_word:
        return not around.is_german
    at = found.start(1)
    return not (around.is_german or bare != word or around.others.hold(at, at + 1) or around.is_heading(sentence))


def _goes_on_in_capitals(word: str, around: Surroundings, is_word: bool) -> bool:
    if word in listed("of persons"):
        return False
    does = word.lower() in _SPEAKS or word.lower() in _ACTS or around.openers.has(word)
    return word in listed("institutions") or (is_word and not does)


def _is_plain_word(hit: Hit, around: Surroundings, sentence: TextSpan) -> bool:
    """Whether a surname that is a word too opens a sentence, and what follows does not show that it is a name."""
    text = around.text
    folded = fold_phrase(text[hit.start : hit.end])
    if folded in listed("surnames that are given names"):
        return False
    if around.is_in_capitals(hit):
        return not _does(hit, text, folded)
    if text[sentence[0] : hit.start].strip(_OPENING):
        return False
    return not _does(hit, text, folded)


def _does(hit: Hit, text: str, surname: str) -> bool:
    found = _NEXT.match(text, hit.end)
    if found is None:
        return True
    mark, word, then = found[1].strip(), (found[2] or "").lower(), found[3] or ""
    if word in _SPEAKS:
        return True
    if word == "and" and then.isupper():
        return True
    if surname in listed("surnames that are words without an article"):
        return mark in ("'", "’")
    return bool(mark) or word in _ACTS or word.endswith("ed")


def _word_before(text: str, start: int, end: int) -> str:
    return text[max(start, end - 20) : end].rstrip().rpartition(" ")[2].strip("“‘\"'(")


def _is_plainly_alone(text: str, start: int, end: int, given: frozenset[str]) -> bool:
    """Whether the one word before, between `start` and `end`, tells already that nobody else's given name stands there.

    It is one of these persons' own, or a word in small letters. So it is most often, and a look at more words takes
    long.
    """
    word = text[start : end - 1].rpartition(" ")[2]
    if text[end - 1 : end] != " " or not word.isalpha() or word in _PARTICLES:
        return False
    return word.islower() or (word if word.isascii() else fold_phrase(word)) in given


def _after_spaces(text: str, start: int, end: int, count: int) -> int:
    """Where the text begins, from `start` on, that has no more than `count` spaces up to `end`."""
    at = end
    for _ in range(count):
        at = text.rfind(" ", start, at)
        if at < 0:
            return start
    return at


def _may_be_given(word: str, around: Surroundings) -> bool:
    if not word[:1].isupper() or word.isupper() or word.endswith(_CONTRACTED):
        return False
    return not around.openers.has(word.replace("’", "'"))
