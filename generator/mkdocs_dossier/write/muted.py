"""Adds names to `data/muted.yml`. What stands there, comments and all, stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_FLOW = re.compile(r"\][ \t]*(?:#[^\n]*)?\s*\Z")


def with_muted(text: str | None, items: Sequence[str], schema: str | None) -> str:
    """Return the text of the file with further items, YAML scalars.

    Args:
        text: None where there is no file yet.
        schema: The address of the schema, as seen from the file; None where the file is to name none.
    """
    if text is None:
        first = "" if schema is None else f"# yaml-language-server: $schema={schema}\n"
        return f"{first}# Names that `dossier suggest` never proposes.\n\n" + "".join(f"- {item}\n" for item in items)
    if _ITEM.search(text) is None and (end := _FLOW.search(text)) is not None:
        return _into_brackets(text, end.start(), items)
    indent = found[1] if (found := _ITEM.search(text)) is not None else ""
    apart = "" if not text or text.endswith("\n") else "\n"
    return text + apart + "".join(f"{indent}- {item}\n" for item in items)


def _into_brackets(text: str, end: int, items: Sequence[str]) -> str:
    """Return the same for a list that is written `[one, two]`. In it a comma ends an item, so all have quotes."""
    before = text[:end].rstrip()
    comma = "" if before.endswith(("[", ",")) else ", "
    return f"{before}{comma}{', '.join(items)}{text[end:]}"
