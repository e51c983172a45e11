"""A `Draft` to the file of an article: of the clues on a field, the most trusted that the collection's checks take."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.imports.dates import date_in_name, first_date
from mkdocs_dossier.imports.draft import Clue, Draft, Field, LeftOut, Refusal
from mkdocs_dossier.imports.known import Known
from mkdocs_dossier.imports.languages import language_tag
from mkdocs_dossier.imports.markdown import written
from mkdocs_dossier.imports.outlets import by_address, by_name
from mkdocs_dossier.imports.sorting import authors_beside_date
from mkdocs_dossier.imports.words import one_line
from mkdocs_dossier.imports.yaml_text import comment, scalar
from mkdocs_dossier.model.ids import RESERVED_IDS, slug
from mkdocs_dossier.model.records import Article
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.yaml_tree import Mapping as YamlMapping
from mkdocs_dossier.read.yaml_tree import Node, Scalar, Sequence
from mkdocs_dossier.validate.parsed_record import ParsedRecord, check_file
from mkdocs_dossier.validate.record import Tree, check_record

_ORDER: tuple[Field, ...] = ("title", "date", "outlet", "authors", "url", "lang", "summary")
_LONGEST_NAME = 70
_TRIED = 1000
_DAY_BEFORE = re.compile(r"\A\d{4}[-_.]\d\d[-_.]\d\d[-_. ]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Target:
    """Where articles go. data: the data folder, schema: that of the schemas, both below the project, POSIX.

    folder: below `articles/`, in place of the year. again: also what the collection has. publish: articles are no
    drafts, but for those whose author says that they are.
    """

    data: str = "data"
    schema: str | None = "schema"
    folder: str | None = None
    again: bool = False
    publish: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    """The file of an article. path: below the project, POSIX. guessed: the fields that were not given."""

    path: str
    text: str
    article: Article
    guessed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def not_valid(given: Mapping[Field, tuple[str, ...]]) -> tuple[Field, Refusal] | None:
    """Return the first field that the user gives a value which the collection's checks do not take, and why."""
    for field, values in given.items():
        _, problems = _check(Clue(field, values, ""))
        if problems:
            return field, Refusal(problems[0].message)
    return None


def arrange(
    draft: Draft,
    name: str,
    given: Mapping[Field, tuple[str, ...]],
    known: Known,
    target: Target,
    dates: tuple[Clue, ...] = (),
) -> Arranged | Refusal:
    """Return the file that `draft` makes.

    name: of the input. given: what the user says of its fields. dates: where to take one from that the input has not.
    """
    said = [Clue(field, values, "the command line", given=True) for field, values in given.items() if values]
    behind = [*dates, *([Clue("date", (day,), "the file's name")] if (day := date_in_name(name)) else [])]
    behind += [Clue("title", (title,), "the file's name")] if (title := _from_name(name)) else []
    chosen = _choose([*said, *_wide(draft), *behind], draft, known)
    if "date" not in chosen:
        return Refusal(
            "no date of publication was found", "give it with --date 2016-08-18, or of many with --date-from"
        )
    if "title" not in chosen:
        return Refusal("no title was found", "give it with --title")
    article = _record(chosen)
    if isinstance(article, Refusal):
        return article
    if not target.again and (there := known.where(article)) is not None:
        return Refusal(f"the collection has it, in {there}", "import it once more with --again")
    id = _free_id(article, target, known)
    path = f"{target.data}/articles/{id}.md"
    text = _file(chosen, draft, path, name, target)
    checked = _checked(path, id, text)
    if isinstance(checked, Refusal):
        return checked
    guessed = tuple(field for field in _ORDER if field in chosen and not chosen[field].given)
    return Arranged(path, text, checked, guessed, draft.left_out)


def _from_name(name: str) -> str:
    stem = _DAY_BEFORE.sub("", PurePosixPath(name).stem)
    return one_line(stem.replace("_", " ").replace("-", " "))


def _wide(draft: Draft) -> Iterator[Clue]:
    """The clues of a draft, with the authors that a date line names."""
    for clue in draft.clues:
        yield clue
        if clue.field == "date" and (names := authors_beside_date(clue.source.removeprefix('the line "').rstrip('"'))):
            yield Clue("authors", names, clue.source)


def _choose(clues: Iterable[Clue], draft: Draft, known: Known) -> dict[Field, Clue]:
    chosen: dict[Field, Clue] = {}
    later: list[Clue] = []
    for clue in clues:
        clue = _normal(clue)
        if clue.values and clue.field not in chosen and _is_valid(clue):
            # The title in a page's head often says the outlet too.
            chosen[clue.field] = clue
        elif clue.field == "outlet":
            later.append(clue)
    if "authors" in chosen:
        outlets = [clue for clue in (chosen.get("outlet"), *later) if clue is not None]
        chosen["authors"] = _without_outlets(chosen["authors"], outlets)
    outlet = _outlet(chosen, draft, known)
    if outlet is not None:
        chosen["outlet"] = outlet
    if "title" in chosen and "outlet" in chosen:
        chosen["title"] = _without_outlet(chosen["title"], [chosen["outlet"], *later], clues)
    if chosen.get("summary") and chosen["summary"].values == chosen.get("title", chosen["summary"]).values:
        del chosen["summary"]
    return {field: chosen[field] for field in _ORDER if field in chosen}


def _without_outlets(authors: Clue, outlets: Iterable[Clue]) -> Clue:
    """Several authors without those that are the outlet: `Jane Roe, The Example Post`."""
    names = {outlet.values[0].casefold().removeprefix("the ") for outlet in outlets if outlet.values}
    kept = tuple(name for name in authors.values if name.casefold().removeprefix("the ") not in names)
    return replace(authors, values=kept) if kept else authors


def _normal(clue: Clue) -> Clue:
    values = [one_line(value) for value in clue.values]
    if clue.field == "lang":
        values = [language_tag(values[0])] if values else []
    if clue.field == "date" and values and (found := first_date(values[0])) is not None:
        values = [found.value]
    if clue.field == "authors":
        values = [value.removeprefix("By ").removeprefix("by ") for value in values]
    return replace(clue, values=tuple(value for value in values if value))


def _is_valid(clue: Clue) -> bool:
    """Whether the collection's checks take the value."""
    return _check(clue)[0] is not None


def _check(clue: Clue) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    fields: dict[str, Node] = {"title": Scalar("-", 1, 1), "date": Scalar("2000-01-01", 1, 1), clue.field: _node(clue)}
    return check_record(Article, Tree(YamlMapping(1, 1, fields), ""), "x")


def _node(clue: Clue) -> Node:
    if clue.field == "authors":
        return Sequence(1, 1, [Scalar(value, 1, 1) for value in clue.values])
    return Scalar(clue.values[0], 1, 1)


def _outlet(chosen: Mapping[Field, Clue], draft: Draft, known: Known) -> Clue | None:
    """The outlet as the collection knows it: by what it is called, by the address, by a line above the text."""
    told = chosen.get("outlet")
    if told is not None and (id := by_name(told.values[0], known.outlets)) is not None:
        return replace(told, values=(id,))
    if told is not None and told.source == "the command line":
        return None
    if "url" in chosen and (id := by_address(chosen["url"].values[0], known.outlets)) is not None:
        return Clue("outlet", (id,), "the address")
    for line in draft.near:
        if told is None and (id := by_name(line, known.outlets)) is not None:
            return Clue("outlet", (id,), f'the line "{line}"')
    # A text with the form of an id would name an actor that there is not.
    if told is not None and slug(told.values[0]) == told.values[0]:
        return replace(told, values=(_no_id(told.values[0]),))
    return None


def _no_id(name: str) -> str:
    """A name that has the form of an id with a capital: `24Heures`; of digits alone, with a full stop."""
    at = next((at for at, char in enumerate(name) if char.isalpha()), None)
    return f"{name}." if at is None else name[:at] + name[at].upper() + name[at + 1 :]


_BETWEEN = (" - ", " – ", " — ", " | ", " · ", " • ", " :: ", " » ", " / ")


def _without_outlet(title: Clue, outlets: Iterable[Clue], clues: Iterable[Clue]) -> Clue:
    names = {clue.values[0].casefold() for clue in (*outlets, *(c for c in clues if c.field == "outlet" and c.values))}
    text = title.values[0]
    for sign in _BETWEEN:
        head, found, tail = text.rpartition(sign)
        if found and head.strip() and tail.strip().casefold() in names:
            return replace(title, values=(head.strip(),))
    return title


def _record(chosen: Mapping[Field, Clue]) -> Article | Refusal:
    fields: dict[str, Node] = {field: _node(clue) for field, clue in chosen.items()}
    record, problems = check_record(Article, Tree(YamlMapping(1, 1, fields), ""), "x")
    return record if record is not None else Refusal(problems[0].message, problems[0].hint)


def _free_id(article: Article, target: Target, known: Known) -> str:
    """A path that no article has: the folder of the year, the title, and if that is taken, the day."""
    folder = f"{article.day.year:04}" if target.folder is None else target.folder
    name = slug(article.title, longest=_LONGEST_NAME) or "article"
    if name in RESERVED_IDS:
        name = f"article-{name}"
    names = [
        name,
        f"{name}-{article.day.isoformat()}",
        *(f"{name}-{article.day.isoformat()}-{n}" for n in range(2, _TRIED)),
    ]
    taken = known.taken
    ids = [f"{folder}/{one}" if folder else one for one in names]
    return next((id for id in ids if _as_id(id) not in taken), ids[-1])


def _as_id(path: str) -> str:
    return "/".join(slug(part, longest=200) for part in path.split("/"))


def _file(chosen: Mapping[Field, Clue], draft: Draft, path: str, name: str, target: Target) -> str:
    lines = ["---"]
    if target.schema is not None:
        up = os.path.relpath(f"{target.schema}/article.schema.json", os.path.dirname(path)).replace(os.sep, "/")
        lines.append(f"# yaml-language-server: $schema={up}")
    said = f"imported from {name}" + (f", {draft.name}" if draft.name else "")
    lines += [comment(f"{said}; compare it with the original before you publish it")]
    lines += [] if target.publish and not draft.held else ["status: draft"]
    for field, clue in chosen.items():
        values = f"[{', '.join(map(scalar, clue.values))}]" if field == "authors" else scalar(clue.values[0])
        lines.append(f"{field}: {values}" + ("" if clue.given else f"  {comment(f'guessed from {clue.source}')}"))
    for key, value in draft.extra:
        lines.append(f"{key}: {scalar(value) if isinstance(value, str) else '[' + ', '.join(map(scalar, value)) + ']'}")
    if "lang" not in chosen:
        lines.append("# lang: not found, so that it counts as en")
    if count := len(draft.left_out):
        what = "1 line was" if count == 1 else f"{count} lines were"
        lines.append(f"# {what} left out; import it with --dry-run --show-dropped to see them")
    return "\n".join(lines) + f"\n---\n\n{written(draft.blocks)}\n"


def _checked(path: str, id: str, text: str) -> Article | Refusal:
    """Read the file as the collection will read it."""
    (given,) = check_file(SourceFile("article", path, id, text)).given
    if isinstance(given, ParsedRecord) and isinstance(given.record, Article):
        return given.record
    problem = given.problems[0] if isinstance(given, ParsedRecord) else given
    return Refusal(f"it would make no valid article: {problem.message}", problem.hint)
