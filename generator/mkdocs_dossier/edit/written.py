"""A new record as YAML: every text reads back as that text, and is written as a person would write it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from mkdocs_dossier.model.edtf import EdtfError, parse_edtf

_PLAIN = re.compile(r"""[^\W\d_][^:#\n"'`{}\[\],&*!|>%@\\]*|[A-Za-z][A-Za-z0-9+.-]*://[A-Za-z0-9\-._~/?=&%+;@]+""")
"""A text that needs no quotes, be it in a list; and a web address."""

_NOT_TEXT = re.compile(r"(?i)true|false|yes|no|on|off|y|n|null|nan|inf")
"""What other readers of YAML than ours take for something else than a text."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

FieldValue = str | tuple[str, ...]


def field_lines(fields: Mapping[str, FieldValue]) -> list[str]:
    """Return a line for each field that says something."""
    return [f"{key}: {_value(value)}" for key, value in fields.items() if value]


def _value(value: FieldValue) -> str:
    return scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalar, value))}]"


def scalar(text: str) -> str:
    """Return `text` as YAML, with quotes where it needs them."""
    plain = _PLAIN.fullmatch(text) is not None and text == text.strip() and text.isprintable()
    if (plain and (re.fullmatch("[A-Z]{2}", text) or not _NOT_TEXT.fullmatch(text))) or _is_date(text):
        return text
    # JSON's escapes are YAML's as well.
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_date(text: str) -> bool:
    try:
        return re.fullmatch(r"[0-9][0-9-]{3,9}[~?%]?(/[0-9][0-9-]{3,9}[~?%]?)?", text) is not None and bool(
            parse_edtf(text)
        )
    except EdtfError:
        return False


def record_text(schema: str | None, fields: Mapping[str, FieldValue]) -> str:
    """Return the file of an actor or event.

    Args:
        schema: The way from there to its JSON Schema; None where it names none.
    """
    return "\n".join([*schema_line(schema), *field_lines(fields), ""])


def article_text(schema: str | None, fields: Mapping[str, FieldValue]) -> str:
    """Return the file of an article, its text still to be written."""
    return "\n".join(["---", *schema_line(schema), *field_lines(fields), "---", "", ""])


def schema_line(schema: str | None) -> list[str]:
    """Return the line by which a file names its schema for editors, if it names one."""
    return [] if schema is None else [f"# yaml-language-server: $schema={schema}"]
