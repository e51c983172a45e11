"""Extracts the texts of the interface for translators, and compiles what they wrote. The only user of Babel.

    python -m tools.make_words       (or: make words)

The texts stand in the code, in English: in Python, in the templates of pages and of the theme, in the theme's scripts.
`words/dossier.pot` lists them. `words/locale/LANG/LC_MESSAGES/dossier.po` holds a translation, which is brought up to
date, and `dossier.mo` beside it what the package reads. To begin with a language, make its folder with an empty
`dossier.po`. Running it twice changes nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator" / "mkdocs_dossier"
WORDS = PACKAGE / "words"
POT = WORDS / "dossier.pot"

_KEYWORDS = {**DEFAULT_KEYWORDS, "NP_": ((1, "c"), 2)}
_SOURCES: tuple[tuple[Path, str, str, dict[str, Any]], ...] = (
    (PACKAGE, "*.py", "python", {}),
    (ROOT / "templates" / "pages", "*.jinja", "jinja2.ext:babel_extract", {}),
    (ROOT / "templates" / "theme", "*.html", "jinja2.ext:babel_extract", {}),
    (ROOT / "templates" / "theme" / "js", "*.js", "javascript", {"template_string": "False"}),
)


def extracted() -> Catalog:
    """Return the catalogue of all texts that stand in the code, in the order of the files."""
    catalog = _empty(None)
    for folder, pattern, method, options in _SOURCES:
        for file in sorted(folder.rglob(pattern)):
            # Places without lines, so that the list changes only where a text does.
            place = (file.relative_to(ROOT).as_posix(), 0)
            with file.open("rb") as content:
                for _, message, comments, context in extract(method, content, _KEYWORDS, (), options):
                    catalog.add(message, "", [place], auto_comments=comments, context=context)
    return catalog


def _empty(locale: str | None) -> Catalog:
    return Catalog(locale=locale, domain="dossier", project="Dossier", charset="utf-8", fuzzy=False)


def template() -> bytes:
    """Return what `dossier.pot` should hold."""
    return _po(extracted())


def _po(catalog: Catalog) -> bytes:
    written = BytesIO()
    write_po(written, catalog, width=110, omit_header=True, include_lineno=False)
    return _HEADER.format(language=catalog.locale or "", plural=_plural(catalog)).encode() + written.getvalue()


def _plural(catalog: Catalog) -> str:
    return f'"Plural-Forms: {catalog.plural_forms}\\n"\n' if catalog.locale else ""


_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Dossier\\n"
"Language: {language}\\n"
{plural}"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def updated(po: Path, texts: Catalog) -> Catalog:
    """Return the translation in a file, with the texts that there are now. What is gone is left out."""
    locale = po.parent.parent.name
    catalog: Catalog = read_po(BytesIO(po.read_bytes()), locale=locale, domain="dossier", charset="utf-8")
    catalog.update(texts, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    return catalog


def compiled(catalog: Catalog) -> bytes:
    """Return what the package reads of a translation."""
    written = BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def wrong(catalog: Catalog) -> Iterator[str]:
    """Yield what is wrong with a translation: values that the English text does not have, say."""
    for message, errors in catalog.check():
        for error in errors:
            yield f"{catalog.locale}: {message.id!r}: {error}"


def main() -> int:
    texts = extracted()
    POT.write_bytes(_po(texts))
    problems: list[str] = []
    for po in sorted(WORDS.glob("locale/*/LC_MESSAGES/dossier.po")):
        catalog = updated(po, texts)
        problems += wrong(catalog)
        po.write_bytes(_po(catalog))
        po.with_suffix(".mo").write_bytes(compiled(catalog))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
