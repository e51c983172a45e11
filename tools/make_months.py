"""Makes `data/months.json` of the package: the names of the months by language, for the date lines of imported texts.

Reads Unicode CLDR as the package Babel brings it. README.md says how to run it.
"""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

TARGET = Path(__file__).parent.parent / "generator" / "mkdocs_dossier" / "data" / "months.json"
LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id is it ka kk lt lv mk ms nb nl pl pt ro ru "
    "sk sl sq sr sv sw tr uk uz"
).split()
"""Those in which a month has a name; Chinese, Japanese and Korean count them, which `imports/dates.py` reads itself."""


def names(language: str) -> dict[str, int]:
    """Return the names and short names of the months, in lower case, without the full stop behind a short one."""
    found: dict[str, int] = {}
    months = Locale.parse(language).months
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[context][width].items():
                key = name.strip().rstrip(".").lower()
                if any(char.isalpha() for char in key) and found.setdefault(key, number) != number:
                    raise SystemExit(f"{language}: '{key}' is two months")
    return found


def main() -> None:
    """Write the table, one language a line."""
    about = {
        "made_by": "tools/make_months.py",
        "source": f"Unicode CLDR {get_cldr_version()}, by Babel",
        "license": "Unicode-3.0",
        "url": "https://cldr.unicode.org/",
    }
    rows = {"about": about, **{language: names(language) for language in LANGUAGES}}
    lines = ",\n".join(
        f"{json.dumps(key)}:{json.dumps(row, ensure_ascii=False, separators=(',', ':'))}" for key, row in rows.items()
    )
    TARGET.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
