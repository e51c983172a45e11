"""Checks the records of each file, one file at a time. `records.py` puts them together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.model.ids import DEVICES, LONGEST_NAME, RESERVED_IDS, is_article_id, is_id, slug
from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.records import Actor, Article, Country, Event, Record
from mkdocs_dossier.read.files import SourceFile, SourceKind
from mkdocs_dossier.read.front_matter import split_article
from mkdocs_dossier.read.heavy import is_endless, is_heavy, is_swollen
from mkdocs_dossier.read.prose import parse_prose
from mkdocs_dossier.read.yaml_list import ListEntry, Pieces, parse_list
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, parse_yaml, plain
from mkdocs_dossier.validate.curly_quotes import curly_quotes
from mkdocs_dossier.validate.kept_back import is_kept_back, is_mark
from mkdocs_dossier.validate.misplaced import misplaced_mark
from mkdocs_dossier.validate.model_keys import keys_of
from mkdocs_dossier.validate.muted import muted_names
from mkdocs_dossier.validate.record import Tree, check_record, locate

MODELS: dict[SourceKind, type[Record]] = {
    "actor": Actor,
    "actors": Actor,
    "article": Article,
    "countries": Country,
    "event": Event,
    "events": Event,
}
"""Of what the records of a file are, by its kind."""

_NOTHING = Scalar("", 1, 1, empty=True)


@dataclass(frozen=True, slots=True)
class ParsedRecord:
    """One record.

    Attributes:
        record: None if it is broken; `problems` say why.
        prose: The prose of an article; None for other records.
    """

    id: str
    tree: Tree
    record: Record | None
    problems: tuple[Diagnostic, ...] = ()
    prose: Prose | None = None


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file.

    Attributes:
        problems: With the file itself.
        given: Its records, or why one has no id.
        lost: The id of its only record, where nothing could be read of that.
        unread: Nobody knows which ids it gives.
        known, pieces: What is taken again when a part of the file changes.
        muted: Names that `data/muted.yml` lists.
    """

    source: SourceFile
    problems: tuple[Diagnostic, ...] = ()
    given: tuple[ParsedRecord | Diagnostic, ...] = ()
    lost: str | None = None
    unread: bool = False
    known: dict[str, ParsedRecord] = field(default_factory=dict)
    pieces: Pieces = field(default_factory=dict)
    muted: tuple[str, ...] = ()


def check_file(source: SourceFile, before: CheckedFile | None = None) -> CheckedFile:
    """Return what a file gives.

    Args:
        before: The same file as it was; what did not change in it is taken from there.
    """
    before = before if before is not None and before.source.kind == source.kind else CheckedFile(source)
    match source.kind:
        case "article":
            return _check_article(source, before)
        case "actor" | "event":
            return _check_single(source, before)
        case "muted":
            names, problems = muted_names(source)
            return CheckedFile(source, problems, unread=names is None, muted=names or ())
        case _:
            return _check_list(source, before)


def _check_list(source: SourceFile, before: CheckedFile) -> CheckedFile:
    """Check a mapping from ids to records."""
    if source.text is None:
        return CheckedFile(source, unread=True, known=before.known, pieces=before.pieces)
    parsed = parse_list(source.text, source.path, before.pieces)
    if parsed.entries is None:
        problems = parsed.problems or (_no_list(parsed.root, source.path),)
        return CheckedFile(source, problems, unread=True, known=before.known, pieces=parsed.pieces)
    model = MODELS[source.kind]
    entries = _without_lost_marks(parsed.entries)
    given = tuple(_given(entry, model, source.path, before.known) for entry in entries)
    known = {record.id: record for record in given if isinstance(record, ParsedRecord)}
    return CheckedFile(source, parsed.problems, given, known=known, pieces=parsed.pieces)


def _without_lost_marks(entries: tuple[ListEntry, ...]) -> tuple[ListEntry, ...]:
    """Take a record for damaged if `status: draft` stands behind it, but not indented: that was meant for it."""
    lost = {n - 1 for n, entry in enumerate(entries) if is_mark(entry.key.value) and isinstance(entry.tree, Scalar)}
    return tuple(e._replace(damaged=True) if n in lost else e for n, e in enumerate(entries)) if lost else entries


def _no_list(node: Node | None, path: str) -> Diagnostic:
    if node is None:
        return _no_record(path)
    hint = "it maps ids to records: an id, a colon, and the fields indented below"
    return Diagnostic(Place(path, node.line, node.column), "bad-value", "the file is not a mapping", hint)


def _no_record(path: str) -> Diagnostic:
    return Diagnostic(Place(path), "empty-file", "the file holds no record", "write one, or remove it")


def _given(
    entry: ListEntry, model: type[Record], path: str, known: dict[str, ParsedRecord]
) -> ParsedRecord | Diagnostic:
    key, below = entry.key, entry.below
    before = known.get(key.value)
    same = before is not None and before.tree.root is entry.tree and before.tree.below == below
    if same and before is not None and entry.damaged == (before.record is None and not before.problems):
        return before
    tree = Tree(entry.tree, path, key.line + below, key.column, below)
    if (bad := _bad_id(key.value, model, tree.place)) is not None:
        return bad if _is_open(entry, model) else replace(bad, message="this is not an id", hint=_IDS)
    return _checked(model, tree, key.value, before, damaged=entry.damaged)


_IDS = "use a-z, 0-9 and hyphens, 80 at most; two capital letters for a country"


def _is_open(entry: ListEntry, model: type[Record]) -> bool:
    """Tell whether what stands here is a record of which the id may be told: no line of notes that lost its indent."""
    tree = entry.tree
    if entry.damaged or not isinstance(tree, Mapping) or is_kept_back(model, tree):
        return False
    return not tree.items.keys().isdisjoint(keys_of(model))


def _checked(
    model: type[Record], tree: Tree, id: str, before: ParsedRecord | None, *, damaged: bool = False
) -> ParsedRecord:
    if before is not None and before.record is not None and _says_the_same(before.tree.root, tree.root):
        return _looked_through(ParsedRecord(id, tree, None if damaged else before.record))
    record, problems = check_record(model, tree, id, damaged=damaged)
    misplaced = None if record is None else misplaced_mark(tree)
    if misplaced is not None:
        return ParsedRecord(id, tree, None, (misplaced,))
    return _looked_through(ParsedRecord(id, tree, None if damaged else record, problems))


def _looked_through(given: ParsedRecord) -> ParsedRecord:
    """Add what looks odd in a record that is right otherwise."""
    odd = () if given.record is None else tuple(curly_quotes(given.tree))
    return replace(given, problems=(*given.problems, *odd)) if odd else given


def _says_the_same(one: Node, other: Node) -> bool:
    return one is other or (type(one) is type(other) and plain(one) == plain(other))


def _check_single(source: SourceFile, before: CheckedFile) -> CheckedFile:
    """Check a file that is one record, the id of which is the file's name."""
    id = source.name.rpartition("/")[2]
    node, problems = (None, ()) if source.text is None else parse_yaml(source.text, source.path)
    if node is None:
        if source.text is not None and not problems:
            problems = (_no_record(source.path),)
        return CheckedFile(source, problems, lost=id, known=before.known)
    model, tree = MODELS[source.kind], Tree(node, source.path)
    if (bad := _bad_id(id, model, tree.place)) is not None:
        return CheckedFile(source, problems, (bad,))
    given = _checked(model, tree, id, before.known.get(id), damaged=bool(problems))
    return CheckedFile(source, problems, (given,), known={id: given})


def _bad_id(id: str, model: type[Record], place: Place) -> Diagnostic | None:
    if model is Country:
        if id.isascii() and len(id) == 2 and id.isalpha() and id.isupper():
            return None
        return Diagnostic(place, "bad-id", f"'{id[:80]}' is not a country code", "two capital letters, as SY")
    if is_id(id):
        return None
    if id in DEVICES or id in RESERVED_IDS:
        whose = "Windows keeps it for itself" if id in DEVICES else "a page of its folder has it"
        return Diagnostic(place, "bad-id", f"'{id}' is not an id", f"{whose}; choose another one")
    proposal = slug(id)
    hint = f"a-z, 0-9 and hyphens, as '{proposal}'" if proposal else "use a-z, 0-9 and hyphens, 80 at most"
    return Diagnostic(place, "bad-id", f"'{id[:80]}' is not an id", hint)


def _check_article(source: SourceFile, before: CheckedFile) -> CheckedFile:
    segments = [slug(part, longest=LONGEST_NAME) for part in source.name.split("/")]
    if not is_article_id("/".join(segments)):
        return CheckedFile(source, given=(_no_article_id(source.path, segments),))
    given = _read_article(source, "/".join(segments), before.known)
    return CheckedFile(source, given=(given,), known={given.id: given} if given.record is not None else before.known)


def _no_article_id(path: str, segments: list[str]) -> Diagnostic:
    hint = "give it a name with a letter or a digit in it, other than 'index' and 'readme'"
    if all(segments):
        device = next((part for part in segments if part in DEVICES), None)
        if device is not None:
            hint = f"Windows keeps the name '{device}' for itself; give it another one"
        elif segments[-1] not in RESERVED_IDS:
            hint = "the path below data/articles/ is too long"
    return Diagnostic(Place(path), "bad-id", "the file's name makes no id", hint)


def _read_article(source: SourceFile, id: str, known: dict[str, ParsedRecord]) -> ParsedRecord:
    raw, problems = (None, ()) if source.text is None else split_article(source, source.text)
    if raw is None:
        return ParsedRecord(id, Tree(_NOTHING, source.path), None, problems)
    given = _checked(Article, Tree(raw.fields, source.path), id, known.get(id))
    if not isinstance(given.record, Article):
        return given
    misplaced = misplaced_mark(given.tree, raw.body, first_line=raw.first_line)
    if misplaced is not None:
        return ParsedRecord(id, given.tree, None, (misplaced,))
    if is_endless(raw.body):
        return ParsedRecord(id, given.tree, None, (_heavy(source.path, raw.first_line, _ENDLESS),))
    title = locate(given.tree, ("title",))
    read = partial(
        parse_prose,
        raw.body,
        title=given.record.title,
        title_place=(title.line, title.column),
        first_line=raw.first_line,
    )
    prose = None if is_heavy(raw.body) else read()
    if prose is None or is_swollen(prose):
        heavy = _heavy(source.path, raw.first_line, _MARKED)
        return replace(given, prose=read(plain=True), problems=(*given.problems, heavy))
    return replace(given, prose=prose)


_MARKED = "more Markdown than can be read in good time; the text is shown without any"
_ENDLESS = "more lines or marks than can be read in good time; the article is left out"


def _heavy(path: str, line: int, message: str) -> Diagnostic:
    return Diagnostic(Place(path, line), "heavy-text", message, "cut the article into several")
