"""One raw tree against one model: a record, or diagnostics at the places of what is wrong."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_dossier.diagnostics import CODES, Diagnostic, Place
from mkdocs_dossier.model.date_slips import meant_date
from mkdocs_dossier.model.near_names import MEANT, Suggestions, did_you_mean
from mkdocs_dossier.model.records import RESERVED, Record
from mkdocs_dossier.read.curly import STRAIGHT, in_curly_quotes
from mkdocs_dossier.read.yaml_slips import BLANK_HINT, is_field_without_blank
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence, plain
from mkdocs_dossier.validate.kept_back import has_notes, is_kept_back
from mkdocs_dossier.validate.model_keys import Model, keys_of, model_at

R = TypeVar("R", bound=Record)
FieldPath = SequenceOf[str | int]


MOST_SHOWN = 100
"""So many things that are wrong in one record are shown one by one."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What the user wrote of one record.

    Attributes:
        line, column: Where it begins in its file, with its id if that stands there.
        below: By how many lines it stands further down in the file than the places in `root` say.
    """

    root: Node
    path: str
    line: int = 1
    column: int = 1
    below: int = 0

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return Place(self.path, self.line, self.column)


def check_record(
    model: type[R], tree: Tree, id: str, *, damaged: bool = False
) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """Return the record that `tree` writes, or None and every reason why not.

    Args:
        damaged: Whether a key stands twice in it, so that nobody knows whether it was meant to be private.
    """
    if not isinstance(tree.root, Mapping):
        slipped = isinstance(tree.root, Scalar) and is_field_without_blank(tree.root.value)
        place = locate(tree, ()) if slipped else tree.place
        hint = BLANK_HINT if slipped else "indent its fields below it, as 'key: value'"
        return None, (Diagnostic(place, "bad-value", "this record is not made of fields", hint),)
    data = plain(tree.root)
    wrong = [_unknown(model, tree, [key]) for key in RESERVED if key in data]
    wrong += (_unsaid(tree, key) for key in ("status", "embargo") if key in tree.root.items and key not in data)
    fields = {key: value for key, value in data.items() if key not in RESERVED}
    try:
        record = model.model_validate({**fields, "id": id, "origin": Place(tree.path)})
    except ValidationError as error:
        errors = _without_misspelt(model, error.errors(include_url=False))
        found = [_diagnostic(model, detail, tree) for detail in errors[:MOST_SHOWN]]
        if damaged or is_kept_back(model, tree.root):
            found = [_hushed(problem, detail["loc"]) for problem, detail in zip(found, errors, strict=False)]
        elif has_notes(tree.root):
            found = list(map(_unnamed, found))
        if len(errors) > MOST_SHOWN:
            found.append(more_of_them(locate(tree, errors[MOST_SHOWN]["loc"]), len(errors) - MOST_SHOWN))
        return None, (*wrong, *found)
    return (None, tuple(wrong)) if wrong else (record, ())


def _without_misspelt(model: type[Record], errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a key is missing where it is there, misspelt: to tell of the slip is enough."""
    meant = {
        (*error["loc"][:-1], key)
        for error in errors
        if error["type"] == "extra_forbidden" and (owner := model_at(model, error["loc"][:-1])) is not None
        for key, _ in Suggestions(keys_of(owner)).nearest(str(error["loc"][-1]))[:1]
    }
    return [error for error in errors if error["type"] != "missing" or error["loc"] not in meant]


def _unsaid(tree: Tree, key: str) -> Diagnostic:
    """Return the diagnostic on a key that would keep a record back, but with nothing written after it."""
    hint = "say 'draft' or 'published', or remove the line" if key == "status" else "write a day, or remove it"
    return Diagnostic(locate(tree, (key,), key=True), "bad-status", f"nothing is written after '{key}'", hint)


def _hushed(problem: Diagnostic, location: FieldPath) -> Diagnostic:
    """Return a diagnostic on a private record as it may be shown: with its place and the words of the format, and
    without anything that the user wrote.
    """
    if problem.code == "missing-key":
        return problem
    how = _HOW.get(str(location[0])) if location else None
    if how is not None:
        return replace(problem, message=how)
    message = _unnamed(problem).message if problem.code == "unknown-key" else "this is not right"
    return replace(problem, message=message, hint=problem.hint if problem.hint.startswith(MEANT) else _HUSHED)


_HOW = {"status": "this is no known status", "embargo": "this is not a day such as 2026-12-01"}
_HUSHED = "the record is private, so it is not shown here"


def _unnamed(problem: Diagnostic) -> Diagnostic:
    """Return a diagnostic without the unknown key that it is about: the key may be a line of private notes that lost
    its indent.
    """
    return replace(problem, message="this key is not known") if problem.code == "unknown-key" else problem


def more_of_them(place: Place, count: int) -> Diagnostic:
    """Return a diagnostic for what else is wrong in a record of which `MOST_SHOWN` things were shown."""
    things = "thing is" if count == 1 else "things are"
    return Diagnostic(place, "bad-value", f"{count} more {things} wrong in this record", "fix the others first")


def locate(tree: Tree, location: FieldPath, *, key: bool = False) -> Place:
    """Return the place of what stands at `location`, or of the innermost that does.

    Args:
        key: Whether to return the place of its key instead.
    """
    at: Node = tree.root
    for number, part in enumerate(location):
        if isinstance(at, Mapping) and part in at.items:
            if key and number == len(location) - 1:
                at = at.keys[str(part)]
                break
            at = at.items[str(part)]
        elif isinstance(at, Sequence) and isinstance(part, int) and part < len(at.items):
            at = at.items[part]
        else:
            break
    return Place(tree.path, at.line + tree.below, at.column)


def _diagnostic(model: type[Record], error: ErrorDetails, tree: Tree) -> Diagnostic:
    location = [part for part in error["loc"] if part != "[key]"]
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown(model_at(model, location[:-1]), tree, location)
    if kind == "missing":
        # The fields of a list file's record begin below its id; the id is the better place to point at.
        place = tree.place if len(location) == 1 else locate(tree, location[:-1])
        owner = model_at(model, location[:-1])
        return Diagnostic(place, "missing-key", f"'{location[-1]}' is missing", _describe(owner, str(location[-1])))
    place = locate(tree, location)
    if kind == "literal_error":
        return _not_one_of(error, location, place)
    if kind == "bad-date" and (meant := _meant_date(error)):
        return Diagnostic(place, kind, error["msg"], f"write {meant}")
    if kind in CODES and isinstance(error["input"], str) and in_curly_quotes(error["input"]):
        return Diagnostic(place, kind, error["msg"], STRAIGHT)
    if kind in CODES:
        return Diagnostic(place, kind, error["msg"], _describe(model_at(model, location[:-1]), _last_key(location)))
    message, hint = _SHAPES.get(kind, (error["msg"].lower(), ""))
    if (message, hint) == _MAPPING and isinstance(error["input"], str) and is_field_without_blank(error["input"]):
        hint = BLANK_HINT
    return Diagnostic(place, "bad-value", f"{_last_key(location)}: {message}", hint)


def _meant_date(error: ErrorDetails) -> str:
    """Return the date that was meant, where it is certain, and may stand there."""
    text, takes_months = error["input"], "such as 2016-08-18" not in error["msg"]
    meant = meant_date(text) if isinstance(text, str) else ""
    return meant if takes_months or len(meant) == len("2016-08-18") else ""


_LIST = ("expected a list", "write [one, two], or one item a line, each after '- '")
_MAPPING = ("expected a mapping", "indent its fields below it, as 'key: value'")
_NUMBER = ("expected a number", "write it with a point, as 36.2")
_SHAPES = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "bool_parsing": ("expected 'true' or 'false'", ""),
    "bool_type": ("expected 'true' or 'false'", ""),
    "finite_number": _NUMBER,
}


def _not_one_of(error: ErrorDetails, location: FieldPath, place: Place) -> Diagnostic:
    expected = error.get("ctx", {}).get("expected", "").replace(" or ", ", ").split(", ")
    names = [name.strip("'") for name in expected]
    code = "bad-status" if location == ["status"] else "bad-value"
    found = error["input"] if isinstance(error["input"], str) else "this"
    hint = did_you_mean(found, names, otherwise="one of: " + ", ".join(names))
    return Diagnostic(place, code, f"'{found[:80]}' is not a known {_last_key(location)}", hint)


def _unknown(model: Model | None, tree: Tree, location: FieldPath) -> Diagnostic:
    key = str(location[-1])
    known = keys_of(model) if model is not None else []
    hint = did_you_mean(key, known, otherwise="known keys: " + ", ".join(known))
    return Diagnostic(locate(tree, location, key=True), "unknown-key", f"unknown key '{key[:80]}'", hint)


def _describe(model: Model | None, key: str) -> str:
    if model is None:
        return ""
    infos = {info.alias or name: info for name, info in model.model_fields.items()}
    description = infos[key].description if key in infos else None
    return f"{key}: {description}" if description else ""


def _last_key(location: FieldPath) -> str:
    return next((part for part in reversed(location) if isinstance(part, str)), "record")
