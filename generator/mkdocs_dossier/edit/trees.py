"""What a file of the collection says, as plain values: to tell whether an edit did what it should, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_dossier.model.references import Location, RecordKind
from mkdocs_dossier.read.files import SourceFile, SourceKind
from mkdocs_dossier.read.front_matter import split_article
from mkdocs_dossier.read.yaml_tree import Mapping, Node, parse_yaml, plain

KIND_OF_FILE: dict[SourceKind, RecordKind] = {
    "actor": "actor",
    "actors": "actor",
    "article": "article",
    "countries": "country",
    "event": "event",
    "events": "event",
}
LISTS = ("actors", "countries", "events")
"""The files that hold many records, by their ids; of any other the record stands under an empty id here."""


def plain_records(source: SourceFile, text: str) -> dict[str, Any] | None:
    """Return the records that `text` gives in the place of the file's own; None where it cannot be read."""
    tree: Node | None
    if source.kind == "article":
        article, problems = split_article(source, text)
        tree = None if article is None else article.fields
    else:
        tree, problems = parse_yaml(text, source.path)
    if tree is None or problems:
        return None
    if source.kind not in LISTS:
        return {"": plain(tree)}
    return {id: plain(record) for id, record in tree.items.items()} if isinstance(tree, Mapping) else None


def with_value(value: Any, location: Location, old: str, new: str) -> Any:
    """Return a plain value in which what stands at `location` has `new` for `old`."""
    if not location:
        return value.replace(old, new)
    head, rest = location[0], location[1:]
    inner = with_value(value[head], rest, old, new)
    if isinstance(value, dict):
        return {key: inner if key == head else item for key, item in value.items()}
    return [inner if number == head else item for number, item in enumerate(value)]


def with_former(record: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """Return the record as it is when it is called `new` and was called `old`."""
    before: Iterable[str] = record.get("formerly") or ()
    back = any(id.strip() == new for id in before)
    return {
        **record,
        "formerly": [id.replace(new, old) if id.strip() == new else id for id in before] if back else [old, *before],
    }
