"""Writes the parts of the manual that come from the code, so that they cannot drift from it.

    python -m tools.make_manual      (or: make manual)

A page of `docs/manual/` holds pairs of comments, `<!-- generated: NAME -->` and `<!-- end -->`; what stands between
them is replaced. The sources: the models of the records, the tables of rules, the page dataclasses (their types, and
the string below each field), and the golden diagnostics.
Running it twice changes nothing.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import textwrap
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_dossier.diagnostics import CODES
from mkdocs_dossier.link.dates import RULES as DATE_RULES
from mkdocs_dossier.link.lexicon import RULES as NAME_RULES
from mkdocs_dossier.model import lines, page, pages, records
from mkdocs_dossier.model.edtf import Edtf
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.records import RESERVED

ROOT = Path(__file__).parent.parent
MANUAL = ROOT / "docs" / "manual"
GOLDEN = ROOT / "tests" / "golden" / "diagnostics.yml"

_PART = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def manual_pages() -> dict[Path, str]:
    """Return the text that each page of the manual should have."""
    makers = _makers()

    def made(match: re.Match[str]) -> str:
        return f"{match[1]}\n{makers[match['name']]().strip()}\n\n{match[3]}"

    return {path: _PART.sub(made, path.read_text(encoding="utf-8")) for path in sorted(MANUAL.glob("*.md"))}


def _makers() -> dict[str, Callable[[], str]]:
    models: dict[str, type[BaseModel]] = {
        "record": records.Record,
        "actor": records.Actor,
        "alias": records.Alias,
        "role": records.Role,
        "relation": records.Relation,
        "event": records.Event,
        "event-actor": records.EventActor,
        "event-place": records.EventPlace,
        "country": records.Country,
        "article": records.Article,
        "source": records.Source,
        "external-reference": records.ExternalReference,
    }
    makers: dict[str, Callable[[], str]] = {name: _fields_of(model) for name, model in models.items()}
    return makers | {
        "name-rules": lambda: _rules(NAME_RULES),
        "date-rules": lambda: _rules(DATE_RULES),
        "pages": _pages,
        "diagnostics": _diagnostics,
    }


def _fields_of(model: type[BaseModel]) -> Callable[[], str]:
    return lambda: _table(("field", "value", "meaning"), _rows(model))


def _rows(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """A row for each field; those that every record has stand in a table of their own."""
    common = set() if model is records.Record else set(records.Record.model_fields)
    for name, info in model.model_fields.items():
        if name not in RESERVED and name not in common:
            key = f"`{info.alias or name}`" + (" (required)" if info.is_required() else "")
            yield key, _value(info), info.description or ""


def _value(info: FieldInfo) -> str:
    if isinstance(info.json_schema_extra, dict):
        return "anything"
    return _kind(info.annotation)


def _kind(annotation: Any) -> str:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _kind(inner[0])
    if origin in (typing.Union, types.UnionType):
        return _kind(next(part for part in inner if part is not type(None)))
    if origin is tuple:
        return f"list of {_kind(inner[0])}"
    if origin is dict:
        return "mapping"
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "mapping"
    return {str: "text", float: "number", bool: "`true` or `false`", Edtf: "EDTF date"}.get(annotation, "day")


def _rules(rules: dict[str, str]) -> str:
    return _table(("rule", "meaning"), ((f"`{name}`", meaning) for name, meaning in rules.items()))


def _pages() -> str:
    """What every page has; the dataclasses of `model/pages.py`, what `page` is in each template; then of
    `model/lines.py`, what it holds.
    """
    kinds = [thing for module in (page, pages) for thing in _dataclasses(module) if issubclass(thing, page.Page)]
    return "\n\n".join(_dataclass(thing) for thing in (*kinds, *_dataclasses(lines)))


def _dataclasses(module: types.ModuleType) -> list[type]:
    """Those that a module defines, in their order."""
    own = (thing for thing in vars(module).values() if getattr(thing, "__module__", None) == module.__name__)
    return [thing for thing in own if dataclasses.is_dataclass(thing) and isinstance(thing, type)]


def _dataclass(thing: type) -> str:
    common = issubclass(thing, page.Page) and thing is not page.Page
    inherited = {field.name for field in dataclasses.fields(page.Page)} if common else set()
    fields = [field for field in dataclasses.fields(thing) if field.name not in inherited]
    described, types_of = field_docs(thing), typing.get_type_hints(thing, vars(lines))
    rows = ((f"`{field.name}`", _in_words(types_of[field.name]), described[field.name]) for field in fields)
    return f"### {thing.__name__}\n\n{_one_line(thing.__doc__)}\n\n{_table(('field', 'value', 'meaning'), rows)}"


def field_docs(thing: type) -> dict[str, str]:
    """Return what the string below each field of a dataclass says of it. Raises `KeyError` for a field without one."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(thing))).body
    assert isinstance(definition, ast.ClassDef)
    found: dict[str, str] = {}
    for statement, below in zip(definition.body, [*definition.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            match below:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    found[statement.target.id] = _one_line(text)
                case _:
                    raise KeyError(f"{thing.__name__}.{statement.target.id} is not described: write a string below it")
    return found


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _in_words(annotation: Any, *, many: bool = False) -> str:
    """Return the type of a field as readers of the manual know it. many: the plural."""
    if annotation == lines.Inline:
        return "texts, Markdown or links" if many else "text, Markdown or link"
    if get_origin(annotation) is tuple:
        of = _in_words(get_args(annotation)[0], many=True)
        return f"{'lists' if many else 'list'} of {of}"
    if get_origin(annotation) is types.UnionType:
        return " or ".join("`None`" if part is types.NoneType else _in_words(part) for part in get_args(annotation))
    if dataclasses.is_dataclass(annotation) and isinstance(annotation, type):
        return f"[`{annotation.__name__}`](#{annotation.__name__.lower()})"
    named = {str: "text", int: "number", bool: "`True` or `False`", Markdown: "Markdown"}[annotation]
    return f"{named}s" if many and annotation is not Markdown else named


def _diagnostics() -> str:
    cases: dict[str, dict[str, Any]] = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
    listed = ((f"[`{code}`](#{code})", CODES[code]) for code in sorted(CODES))
    sections = (_diagnostic(code, cases[code]) for code in sorted(CODES))
    return "\n\n".join([_table(("code", "severity"), listed), *sections])


def _diagnostic(code: str, case: dict[str, Any]) -> str:
    said = "\n".join(case["says"])
    parts = [f"## {code}", f"*{CODES[code].capitalize()}.* {case['text'].strip()}"]
    if case["wrong"]:
        parts += ["Wrong:", *_files(case["wrong"])]
    parts += ["What is said:", f"```text\n{said}\n```", "Right:", *_files(case["right"])]
    return "\n\n".join(parts)


def _files(files: dict[str, str]) -> Iterator[str]:
    for path, text in files.items():
        language = {".yml": "yaml", ".md": "markdown"}.get(Path(path).suffix, "text")
        yield f"`{path}`"
        yield f"```{language}\n{text.rstrip()}\n```" if text else "(empty)"


def _table(head: tuple[str, ...], rows: typing.Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    for path, text in manual_pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
