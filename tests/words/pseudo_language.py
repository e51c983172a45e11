"""A language that nobody speaks: every text of the interface in it stands between ⟦ and ⟧, its letters with accents.

What stands outside of these on a page is data, or was forgotten.
"""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

from babel.messages.catalog import Catalog

from tests.conftest import ROOT
from tests.processes import run
from tools.make_words import compiled, extracted

PSEUDO, MIRRORED = "en-XA", "ar-XB"
"""The tags that are usual for such languages; the second one is written from right to left."""

_LETTERS = str.maketrans("aeioucnsAEIOUCNS", "áéíóúćńśÁÉÍÓÚĆŃŚ")
_VALUE = re.compile(r"(%\(\w+\)s)")
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")


def as_pseudo(text: str) -> str:
    """`⟦Ńáḿéd %(num)s⟧`; separators, in which no letter is, stay as they are."""
    parts = _VALUE.split(text)
    said = "".join(part if at % 2 else part.translate(_LETTERS) for at, part in enumerate(parts))
    return f"⟦{said}⟧" if re.search("[A-Za-z]", "".join(parts[::2])) else text


def catalogue(locale: str) -> bytes:
    """Return the compiled catalogue of the language."""
    catalog = Catalog(locale=locale, charset="utf-8")
    for message in extracted():
        if message.id:
            said = tuple(map(as_pseudo, message.id)) if message.pluralizable else as_pseudo(message.id)
            catalog.add(message.id, said, context=message.context)
    return compiled(catalog)


def tool_with(folder: Path, *tags: str) -> Path:
    """Copy the tool into a folder, with these languages in it; return what `PYTHONPATH` has to be."""
    package = folder / "generator" / "mkdocs_dossier"
    shutil.copytree(ROOT / "generator" / "mkdocs_dossier", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", folder / "templates")
    for tag in tags:
        file = package / "words" / "locale" / tag.replace("-", "_") / "LC_MESSAGES" / "dossier.mo"
        file.parent.mkdir(parents=True)
        file.write_bytes(catalogue("ar" if tag == MIRRORED else "en"))
    return folder / "generator"


def build(project: Path, tool: Path, *arguments: str) -> Path:
    """Build the site of a project with a tool of `tool_with`."""
    done = run("mkdocs", "build", *arguments, cwd=project, PYTHONPATH=str(tool), SOURCE_DATE_EPOCH="1780000000")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->|<[^>]*>", re.DOTALL)
_SAID = re.compile(r"""\s(?:aria-label|title|alt|placeholder|content)="([^"]*)\"""")
_UNSEEN = re.compile(r"<meta (?:charset|http-equiv|name=\"(?:viewport|color-scheme|generator|robots)\")[^>]*>")


def told(page: str) -> list[str]:
    """Return what a page tells its readers outside of all marks: its texts, and the attributes that are read out."""
    page = _UNSEEN.sub("", page)
    texts = unmarked("\n".join(_TAG.split(page))).split("\n")
    read_out = [unmarked(html.unescape(said)) for tag in _TAG.findall(page) for said in _SAID.findall(tag)]
    return [text for piece in (*texts, *read_out) if (text := html.unescape(piece).strip())]


def unmarked(text: str) -> str:
    """Return what of a text stands outside of all marks."""
    while (less := _MARKED.sub(" ", text)) != text:
        text = less
    return text
