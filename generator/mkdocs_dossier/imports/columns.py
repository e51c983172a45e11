"""The columns of a table as fields of a record: `place.name` lies inside `place`, a list is split at `;`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from mkdocs_dossier.model.records import Record
from mkdocs_dossier.read.yaml_tree import Mapping as YamlMapping
from mkdocs_dossier.read.yaml_tree import Node, Scalar
from mkdocs_dossier.read.yaml_tree import Sequence as YamlSequence
from mkdocs_dossier.validate.record import Tree, check_record

SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Step:
    """One key on the way to a value. many: its value is a list."""

    key: str
    many: bool


@dataclass(frozen=True, slots=True)
class Column:
    """name: as it stands in the header; number: 1-based."""

    name: str
    number: int
    steps: tuple[Step, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(step.key for step in self.steps)


def columns_of(names: Sequence[str], model: type[Record]) -> tuple[Column, ...]:
    """Return what each column of a header means. Columns without a name are left out, and so is `id`."""
    return tuple(
        Column(name, number, tuple(_steps(name.split("."), model)))
        for number, name in enumerate((one.strip() for one in names), 1)
        if name and name != "id"
    )


def _steps(keys: Sequence[str], model: Any) -> Iterator[Step]:
    for key in keys:
        annotation = _fields(model).get(key)
        yield Step(key, get_origin(annotation) is tuple)
        model = _model(annotation)


def _fields(model: Any) -> dict[str, Any]:
    """The types of a model's fields by the names that users write."""
    fields = getattr(model, "model_fields", {})
    return {info.alias or name: info.annotation for name, info in fields.items()}


def _model(annotation: Any) -> Any:
    """The model inside a type: of the items of a list, of what may be missing."""
    if hasattr(annotation, "model_fields"):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model(part)) is not None), None)


def unknown_columns(columns: Sequence[Column], model: type[Record], path: str) -> Iterator[tuple[Column, str]]:
    """Yield the columns that no field belongs to, with what was perhaps meant."""
    for column in columns:
        root = row_tree([(column, "x")], 1)
        _, problems = check_record(model, Tree(root, path), "x")
        hint = next((problem.hint for problem in problems if problem.code == "unknown-key"), None)
        if hint is not None:
            yield column, hint


def row_tree(cells: Sequence[tuple[Column, str]], row: int) -> YamlMapping:
    """Return the tree of one row; the line of a place in it is the row, its column that of the table."""
    root = YamlMapping(row, 1)
    for column, value in cells:
        if value.strip():
            _put(root, column.steps, value, row, column.number)
    return root


def _put(node: YamlMapping, steps: Sequence[Step], value: str, row: int, number: int) -> None:
    step, rest = steps[0], steps[1:]
    node.keys.setdefault(step.key, Scalar(step.key, row, number))
    if not rest:
        node.items[step.key] = _leaf(value, step, row, number)
        return
    inner = node.items.get(step.key)
    if isinstance(inner, YamlSequence):
        inner = inner.items[0]
    if not isinstance(inner, YamlMapping):
        inner = YamlMapping(row, number)
        node.items[step.key] = YamlSequence(row, number, [inner]) if step.many else inner
    _put(inner, rest, value, row, number)


def _leaf(value: str, step: Step, row: int, number: int) -> Node:
    if not step.many:
        return Scalar(value.strip(), row, number)
    parts = [part.strip() for part in value.split(SEPARATOR)]
    return YamlSequence(row, number, [Scalar(part, row, number) for part in parts if part])
