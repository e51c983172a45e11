"""What of a page's lines is the article, and what they tell beside it: the title, the date line, the byline.

`boilerplate.py` judges a line alone; here lines are seen together. The text lies between its first and last sentence:
what stands before and behind may be taken for what pages put there; between them, only what has its shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.imports.boilerplate import rule_of
from mkdocs_dossier.imports.dates import first_date
from mkdocs_dossier.imports.draft import Block, Clue, LeftOut
from mkdocs_dossier.imports.words import has_words, is_closed, is_sentence, words

_KEPT = ("code", "row", "markdown")
_SHORT = 60
_DATE_LINE = 140
_TITLE = 300
_RUN = 4
_RUN_BEHIND = 3
"""Lines, none a sentence, that make a menu before the text, and a list of links behind it."""

_BYLINE = re.compile(
    r"(?:written |reported |posted )?(?:by|von|par|por|di|door|av|author|text|reporter)\b\s?:?\s(?P<names>.{2,90})",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_NAMES = re.compile(rf"{_NAME}(?: (?:(?:al|el|bin|ibn|van|von|de|der|da|di|du|la|le) )?{_NAME}){{1,4}}")
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_SOURCE = re.compile(r"(?:source|quelle|fuente|fonte|источник)\s?:\s?(?P<name>[^.]{2,60})", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:(?:url|link|source|original(?: article)?|via)\s?:\s?)?(?P<url>https?://\S+)", re.IGNORECASE)
_WEEKDAY = (
    "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes "
    "miércoles jueves viernes"
)
_ON_DATE_LINES = frozenset(
    f"{_WEEKDAY} published updated posted last modified edited on at date time first am pm gmt utc est edt bst cet by "
    "et and created issued publié le mis à jour veröffentlicht am um uhr publicado el a las ist".split()
)
_LATER = re.compile(r"\b(?:updat|modif|edit|revis|mis à jour|aktualisiert|actualizado)", re.IGNORECASE)
_OTHER_WORDS = 4
"""Words that a date line may have beside its date."""

_DIGIT = re.compile(r"\d")
_UNDERLINE = re.compile(r"={3,}|-{3,}|\*{3,}|_{3,}")
_SITE = re.compile(r"\s+[-–—|·•:»]\s+")


@dataclass(frozen=True, slots=True)
class Sorted:
    """As in `Draft`."""

    clues: tuple[Clue, ...]
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]
    near: tuple[str, ...]


def sort_blocks(blocks: Sequence[Block], title: str = "", language: str = "") -> Sorted:
    """Return the blocks of the article. title: where it is known already; else it is looked for before the text."""
    rules: list[str] = ["" if block.kind in _KEPT else _rule(block.text) for block in blocks]
    _leave_out_threads(blocks, rules)
    _leave_out_related(blocks, rules)
    told = {at: clue for at, clue in _told(blocks, rules, language) if not rules[at]}
    for at in told:
        rules[at] = "told"
    first, last = _text(blocks, rules)
    near = tuple(block.text for block in blocks[:first] if len(block.text) <= _SHORT)
    _leave_out_runs(blocks, rules, first, last)
    clues = [*told.values()]
    if not title:
        clues += _title(blocks, rules, first)
        title = next((clue.values[0] for clue in clues if clue.field == "title"), "")
    _leave_out_title(blocks, rules, title, first)
    _leave_out_empty_headings(blocks, rules)
    kept = tuple(block for block, rule in zip(blocks, rules, strict=True) if not rule)
    left = [
        LeftOut(block.text, rule)
        for block, rule in zip(blocks, rules, strict=True)
        if rule not in ("", "told", "title")
    ]
    return Sorted(tuple(clues), kept, tuple(left), near)


def _rule(text: str) -> str:
    rule = rule_of(text)
    return rule.name if rule is not None else ""


def _text(blocks: Sequence[Block], rules: Sequence[str]) -> tuple[int, int]:
    """Return where the first and the last sentence stand; all is text where there is none."""
    found = [at for at, block in enumerate(blocks) if not rules[at] and _is_text(block.text)]
    return (found[0], found[-1]) if found else (0, len(blocks) - 1)


def _is_text(line: str) -> bool:
    """Whether a line is a sentence, or begins one that a list ends."""
    return is_sentence(line) or (line.endswith((":", "：")) and has_words(line, 4))


def _leave_out_threads(blocks: Sequence[Block], rules: list[str]) -> None:
    """Below the head of the comments others speak, where replies and ages show that it is one."""
    read = False
    for at, block in enumerate(blocks):
        if read and rules[at] == "comments":
            after = range(at + 1, len(blocks))
            if any(
                rules[n] == "age" or (rules[n] == "comments" and blocks[n].text.lower().startswith("reply"))
                for n in after
            ):
                for n in after:
                    rules[n] = rules[n] or "comments"
                return
        read = read or (not rules[at] and is_sentence(block.text))


def _leave_out_related(blocks: Sequence[Block], rules: list[str]) -> None:
    """What follows the head of a list of stories, up to the next sentence or heading."""
    under = False
    for at, block in enumerate(blocks):
        if rules[at] == "related":
            under = not block.text.rstrip().endswith((".", "!")) and ":" not in block.text.rstrip()[:-1]
        elif under and not rules[at]:
            under = block.kind != "heading" and not is_sentence(block.text) and not is_closed(block.text)
            rules[at] = "related" if under else ""


def _told(blocks: Sequence[Block], rules: Sequence[str], language: str) -> Iterator[tuple[int, Clue]]:
    """Yield the lines around the text that tell its date, authors, outlet or address."""
    sentences = [at for at, block in enumerate(blocks) if not rules[at] and is_sentence(block.text)]
    second, last = (sentences[1], sentences[-1]) if len(sentences) > 1 else (len(blocks), 0)
    later: list[tuple[int, Clue]] = []
    for at, block in enumerate(blocks):
        if not (at < second or at > last) or is_sentence(block.text) or rules[at] or block.kind in _KEPT:
            continue
        clue = clue_of(block.text, language, behind=at > last)
        if clue is not None and clue.field == "date" and _LATER.search(block.text):
            later.append((at, clue))  # that of its first publication counts more
        elif clue is not None:
            yield at, clue
    yield from later


def clue_of(line: str, language: str = "", *, behind: bool = False) -> Clue | None:
    """Return what a line beside the text tells, None where nothing. behind: it stands below the text, where dates with
    a number beside them are those of other things.
    """
    if (match := _ADDRESS.fullmatch(line)) is not None:
        return Clue("url", (match["url"],), "a line of the text")
    if (match := _SOURCE.fullmatch(line)) is not None:
        return Clue("outlet", (match["name"].strip(),), f'the line "{line}"')
    found = first_date(line, language) if len(line) <= _DATE_LINE else None
    if found is not None:
        rest = f"{line[: found.start]} {line[found.end :]}"
        others = [word for word in words(rest) if word.lower() not in _ON_DATE_LINES]
        counts = behind and _DIGIT.search(rest) is not None and first_date(rest, language) is None
        if not counts and (len(others) <= _OTHER_WORDS or _BYLINE.match(line)):
            return Clue("date", (found.value,), f'the line "{line}"')
    names = _authors(line)
    return Clue("authors", names, f'the line "{line}"') if names else None


def _authors(line: str) -> tuple[str, ...]:
    match = _BYLINE.fullmatch(line)
    if match is None:
        return ()
    names = [name for name in _AND.split(match["names"].partition("|")[0].strip()) if name]
    named = [name.title() if name.isupper() else name for name in names]
    return tuple(named) if named and all(_NAMES.fullmatch(name) for name in named) else ()


def authors_beside_date(line: str) -> tuple[str, ...]:
    """Return the authors in a line that has a date too: `By Jane Roe | 18 August 2016`."""
    found = first_date(line)
    return _authors(line[: found.start].rstrip(" |,•·–—-")) if found is not None else ()


def _leave_out_runs(blocks: Sequence[Block], rules: list[str], first: int, last: int) -> None:
    while last + 1 < len(blocks) and _goes_on(blocks, last):
        last += 1
    for start, end, least, name in ((0, first, _RUN, "navigation"), (last + 1, len(blocks), _RUN_BEHIND, "related")):
        run: list[int] = []
        for at in [*range(start, end), -1]:
            if at >= 0 and rules[at] in ("", name) and _is_link(blocks[at], short=start == 0):
                run.append(at)
            elif at < 0 or not rules[at]:
                if len(run) >= least:
                    for n in run:
                        rules[n] = name
                run = []


def _goes_on(blocks: Sequence[Block], last: int) -> bool:
    """Whether a list that the text announced (`The following were there:`) goes on behind `last`."""
    before, following = blocks[last], blocks[last + 1]
    return before.text.endswith((":", "：")) or (before.kind == following.kind == "item")


def _is_link(block: Block, *, short: bool) -> bool:
    """Whether a line looks like a link of a menu (short), or to a story: not closed, no heading of the text's own."""
    if block.kind not in ("paragraph", "item") or is_closed(block.text) or block.text.endswith((":", "：")):
        return False
    return (not short or len(block.text.split()) <= 3) and len(block.text) <= 200


def _title(blocks: Sequence[Block], rules: Sequence[str], first: int) -> Iterator[Clue]:
    """Yield what stands above the text as its title: a line of some words; else the first sentence."""
    head = [at for at, block in enumerate(blocks[:first]) if not rules[at] and len(block.text) <= _TITLE]
    above = [blocks[at].text for at in head]
    if not above:
        lines = [block.text for at, block in enumerate(blocks) if not rules[at]]
        if lines:
            yield Clue("title", (_shortened(lines[0]),), "the first line of the text")
        return
    menu = max((at for at in range(first) if rules[at] == "navigation"), default=-1)
    below = [blocks[at].text for at in head if at > menu]  # above a menu stands the site's own name
    underlined = [blocks[at].text for at in head if _UNDERLINE.fullmatch(blocks[at + 1].text)]
    title = next(line for lines in (underlined, *map(_full, (below, above)), below, above) for line in lines)
    shorter = next(
        (line for line in above if line != title and title.startswith(line) and _SITE.match(title[len(line) :])), ""
    )
    if shorter:
        yield Clue("outlet", (_SITE.sub("", title[len(shorter) :], count=1),), f'the line "{title}"')
    yield Clue("title", (shorter or title,), "the first line of the text")


def _full(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if has_words(line, 4)]


def _shortened(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:120].rpartition(' ')[0] or text[:120]} …"


def _leave_out_title(blocks: Sequence[Block], rules: list[str], title: str, first: int) -> None:
    """The title, and what stands above it: the site's own."""
    if not title:
        return
    same = [at for at in range(first) if not rules[at] and (_same(blocks[at].text, title))]
    for at in same:
        rules[at] = "title"
    for at in range(same[0] if same else 0):
        rules[at] = rules[at] or "above"


def _leave_out_empty_headings(blocks: Sequence[Block], rules: list[str]) -> None:
    """Headings of which all that stood below them is left out, or nothing stands there."""
    following: Block | None = None
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if rules[at]:
            continue
        if block.kind == "heading" and (
            following is None or (bool(rules[at + 1]) and _begins_section(following, block))
        ):
            rules[at] = "heading"
        else:
            following = block


def _begins_section(following: Block, heading: Block) -> bool:
    return following.kind == "heading" and following.level <= heading.level


def _same(line: str, title: str) -> bool:
    one, other = " ".join(words(line)).lower(), " ".join(words(title)).lower()
    return bool(one) and (one == other or (one.startswith(other) and _SITE.match(line[len(title) :]) is not None))
