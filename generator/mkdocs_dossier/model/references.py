"""Which fields of a record name other records, read off the models themselves.

`Refers` marks a field; `references` lists what a record refers to; `without` takes references out again. Checks,
renaming and completion all build on these three.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema

RecordKind = Literal["actor", "event", "article", "country"]
Location = tuple[str | int, ...]
_Model = TypeVar("_Model", bound=BaseModel)

REFERS = "x-refers"
"""In the JSON Schema of a field that holds an id: of which kind of record. `export/schema.py` puts the ids there."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds the id of a record.

    Attributes:
        soft: It may also hold a text, which never has the form of an id.
        whole: Without this reference the mapping around it says nothing.
    """

    kind: RecordKind
    soft: bool = False
    whole: bool = False

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), REFERS: self.kind}


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference from a record to another.

    Attributes:
        location: Keys (as written in YAML) and list indexes from the record down to the value.
    """

    location: Location
    value: str
    mark: Refers


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    key: str
    mark: Refers | None


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields of `model` that hold references, themselves or in what they contain."""
    found = []
    for name, info in model.model_fields.items():
        mark = next((m for m in _metadata(info.annotation, info.metadata) if isinstance(m, Refers)), None)
        if mark is not None or any(_fields(part) for part in _models(info.annotation)):
            found.append(_Field(name, info.alias or name, mark))
    return tuple(found)


def _metadata(annotation: Any, metadata: Sequence[Any]) -> Iterator[Any]:
    yield from metadata
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part, ())


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def references(record: BaseModel, location: Location = ()) -> Iterator[Reference]:
    """Yield every reference in `record`, in the order of its fields."""
    for field in _fields(type(record)):
        value = getattr(record, field.name)
        if value:  # most fields of most records are not
            yield from _in_value(value, field.mark, (*location, field.key))


def _in_value(value: Any, mark: Refers | None, location: Location) -> Iterator[Reference]:
    if isinstance(value, str):
        if mark is not None:
            yield Reference(location, value, mark)
    elif isinstance(value, BaseModel):
        yield from references(value, location)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in_value(item, mark, (*location, index))


def without(record: _Model, unwanted: Iterable[Reference]) -> _Model:
    """Return `record` without these references: a list loses the item, an optional field its value."""
    for reference in sorted(unwanted, key=lambda r: _sortable(r.location), reverse=True):
        location = reference.location
        if reference.mark.whole:
            while location and not isinstance(location[-1], int):
                location = location[:-1]
        record = _cut(record, location or reference.location)
    return record


def _sortable(location: Location) -> tuple[tuple[str, int], ...]:
    return tuple((part, 0) if isinstance(part, str) else ("", part) for part in location)


def _cut(value: Any, location: Location) -> Any:
    head, rest = location[0], location[1:]
    if isinstance(value, tuple):
        index = int(head)
        changed = (_cut(value[index], rest),) if rest else ()
        return (*value[:index], *changed, *value[index + 1 :])
    model: type[BaseModel] = type(value)
    name = next(field.name for field in _fields(model) if field.key == head)
    return value.model_copy(update={name: _cut(getattr(value, name), rest) if rest else None})
