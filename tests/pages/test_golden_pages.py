"""Golden pages: the files of a small collection, what becomes of them on the pages that it `shows`, every diagnostic.

Each shows one thing. The paths of all other pages are kept too, so that none comes or goes unseen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_dossier.build import write_site
from mkdocs_dossier.diagnostics import as_text
from tests.conftest import MakeCollection

CASES = sorted((Path(__file__).parent.parent / "golden" / "pages").glob("*.yml"))


class _Literal(yaml.SafeDumper):
    """Writes texts of several lines as they are."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Literal.add_representer(str, _text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_pages_of_a_collection_are_as_they_were(case: Path, collection: MakeCollection, refresh: bool) -> None:
    text = case.read_text(encoding="utf-8")
    golden: dict[str, Any] = yaml.safe_load(text)
    site, problems = write_site(collection(golden["files"], **golden.get("options", {})))
    found = {
        "diagnostics": [as_text(problem) for problem in problems],
        "others": sorted(site.pages.keys() - set(golden["shows"])),
        "pages": {path: site.pages[path].markdown for path in golden["shows"]},
    }
    if refresh:
        head = text[: text.index("\ndiagnostics:")]
        case.write_text(head + "\n" + yaml.dump(found, Dumper=_Literal, allow_unicode=True, width=10**6), "utf-8")
    else:
        assert found == {part: golden[part] for part in found}
