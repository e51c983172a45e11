"""What of a page's lines is the article, and what they tell beside it: the title, the date line, the byline.

`boilerplate.py` judges a line alone; here lines are seen together. The text lies between its first and last sentence:
what stands before and behind may be taken for what pages put there; between them, only what has its shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.imports.boilerplate import rule_of
from mkdocs_dossier.imports.date_labels import label_of, publication_in, without_dates
from mkdocs_dossier.imports.dates import first_date
from mkdocs_dossier.imports.draft import Block, Clue, LeftOut
from mkdocs_dossier.imports.lists import is_list_of_links, is_own_list
from mkdocs_dossier.imports.names import names_in
from mkdocs_dossier.imports.words import has_words, is_closed, is_sentence, signs, words

_KEPT = ("code", "row", "markdown")
_SHORT = 60
_DATE_LINE = 140
_TITLE = 300
_RUN = 4
_RUN_BEHIND = 3
"""Lines, none a sentence, that make a menu before the text, and a list of links behind it."""

_SOURCE = re.compile(r"(?:source|quelle|fuente|fonte|источник)\s?:\s?(?P<name>[^.]{2,60})", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:(?:url|link|source|original(?: article)?|via)\s?:\s?)?(?P<url>https?://\S+)", re.IGNORECASE)
_WEEKDAY = (
    "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes "
    "miércoles jueves viernes"
)
_ON_DATE_LINES = frozenset(
    f"{_WEEKDAY} published updated posted last modified edited on at date time first am pm gmt utc est edt bst cet by "
    "et and created issued publié le mis à jour veröffentlicht publiziert erschienen am um uhr publicado el a las ist "
    "publicerad opublikowano pubblicato il gepubliceerd op yayınlanma опубликовано".split()
)
_OTHER_WORDS = 4
"""Words that a date line may have beside its date."""

_LONG_LINE = 24
"""Letters of a script without spaces that are a sentence, also without its mark."""

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
    told = dict(_told(blocks, rules, language))
    for at, clue in told.items():
        rules[at] = clue.field
    first, last = _text(blocks, rules)
    near = tuple(block.text for block in blocks[:first] if len(block.text) <= _SHORT)
    _leave_out_runs(blocks, rules, first, last)
    _leave_out_labels(blocks, rules, last)
    clues = [*told.values()]
    if not title:
        clues += _title(blocks, rules, first)
        title = next((clue.values[0] for clue in clues if clue.field == "title"), "")
    _leave_out_title(blocks, rules, title, first)
    _leave_out_empty_headings(blocks, rules)
    kept = tuple(block for block, rule in zip(blocks, rules, strict=True) if not rule)
    left = [LeftOut(block.text, rule) for block, rule in zip(blocks, rules, strict=True) if rule not in ("", "title")]
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
    return is_sentence(line) or (line.endswith((":", "：")) and has_words(line, 4)) or signs(line) >= _LONG_LINE


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
    found: list[tuple[int, Clue]] = []
    for at, block in enumerate(blocks):
        if not (at < second or at > last) or is_sentence(block.text) or rules[at] or block.kind in (*_KEPT, "item"):
            continue
        if (clue := clue_of(block.text, language, behind=at > last)) is not None:
            found.append((at, clue))
    kept = (one for one in found if one[1].field != "date" or not _in_timeline(one, blocks, language))
    yield from sorted(kept, key=lambda one: _updated(one[1]))


def _in_timeline(told: tuple[int, Clue], blocks: Sequence[Block], language: str) -> bool:
    """Whether dated lines follow each other: a timeline is text."""
    at, clue = told
    near = (n for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(blocks))
    dated = [n for n in near if len(blocks[n].text) <= _DATE_LINE and first_date(blocks[n].text, language) is not None]
    return len(dated) >= 2 and not clue.source.startswith(_PUBLICATION)


_PUBLICATION = 'the line of publication "'
_UPDATE = 'the line of an update "'


def _updated(clue: Clue) -> bool:
    """That of its first publication counts more."""
    return clue.source.startswith(_UPDATE)


def clue_of(line: str, language: str = "", *, behind: bool = False) -> Clue | None:
    """Return what a line beside the text tells, None where nothing. behind: it stands below the text, where dates with
    a number beside them are those of other things.
    """
    if (match := _ADDRESS.fullmatch(line)) is not None:
        return Clue("url", (match["url"],), "a line of the text")
    if (match := _SOURCE.fullmatch(line)) is not None:
        return Clue("outlet", (match["name"].strip(),), f'the line "{line}"')
    labelled = publication_in(line, language) if len(line) <= _DATE_LINE else None
    if labelled is not None:
        found, label = labelled
        rest = without_dates(line, language)
        others = [word for word in words(rest) if word.lower() not in _ON_DATE_LINES and not label_of(word)]
        counts = behind and _DIGIT.search(rest) is not None
        most = 0 if behind and not label else _OTHER_WORDS
        if not counts and (len(others) <= most or names_in(line)):
            source = {"published": _PUBLICATION, "updated": _UPDATE}.get(label, 'the line "')
            return Clue("date", (found.value,), f'{source}{line}"')
    names = names_in(line)
    return Clue("authors", names, f'the line "{line}"') if names else None


def authors_beside_date(line: str) -> tuple[str, ...]:
    """Return the authors in a line that has a date too: `By Jane Roe | 18 August 2016`."""
    return names_in(line) if first_date(line) is not None else ()


def _leave_out_runs(blocks: Sequence[Block], rules: list[str], first: int, last: int) -> None:
    while last + 1 < len(blocks) and _goes_on(blocks, last):
        last += 1
    for run in _runs(range(first), blocks, rules, "navigation"):
        if len(run) >= _RUN:
            _take(run, rules, "navigation")
    for run in _runs(range(last + 1, len(blocks)), blocks, rules, "related"):
        lines, head = [blocks[at] for at in run], blocks[run[0] - 1] if run[0] else None
        if len(run) >= _RUN_BEHIND and not is_own_list(lines, head) and is_list_of_links(lines):
            _take(run, rules, "related")


def _runs(places: range, blocks: Sequence[Block], rules: Sequence[str], name: str) -> Iterator[list[int]]:
    """Yield what follows each other of the lines that look like links."""
    run: list[int] = []
    for at in places:
        if rules[at] in ("", name) and _is_link(blocks[at], short=name == "navigation"):
            run.append(at)
        elif not rules[at]:
            if run:
                yield run
            run = []
    if run:
        yield run


def _take(run: Sequence[int], rules: list[str], name: str) -> None:
    for at in run:
        rules[at] = name


def _leave_out_labels(blocks: Sequence[Block], rules: list[str], last: int) -> None:
    """Short lines behind the text that furniture stands around: its label (`Coin Marketplace`), and the site's name."""
    seen = 0
    for at in range(last + 1, len(blocks)):
        if rules[at] and rules[at] not in _TELLING:
            seen += 1
            continue
        alone = at + 1 == len(blocks) or rules[at + 1] not in ("", *_TELLING)
        label = at + 1 < len(blocks) and rules[at + 1] in _LABELLED
        if rules[at] == "" and _is_label(blocks[at]) and (label or (alone and seen >= _AROUND)):
            rules[at] = rules[at + 1] if label else "furniture"


_TELLING = ("date", "authors", "outlet", "url", "title")
_LABELLED = ("prices", "payout", "counts", "related", "tags", "more", "navigation")
_AROUND = 2
"""Lines of furniture in front of a label that has none behind it."""


def _is_label(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and len(block.text) <= _SHORT
        and len(block.text.split()) <= 5
        and not is_closed(block.text)
    )


def _goes_on(blocks: Sequence[Block], last: int) -> bool:
    """Whether a list that the text announced (`The following were there:`) goes on behind `last`."""
    before, following = blocks[last], blocks[last + 1]
    return before.text.endswith((":", "：")) or (before.kind == following.kind == "item")


def _is_link(block: Block, *, short: bool) -> bool:
    """Whether a line looks like a link of a menu (short), or to a story: not closed, no heading of the text's own."""
    if block.kind not in ("paragraph", "item") or is_closed(block.text) or block.text.endswith((":", "：")):
        return False
    return (not short or not has_words(block.text, 4)) and len(block.text) <= 200


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
