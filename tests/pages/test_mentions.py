"""A long dossier is cut into pages: the newest mentions first, none lost, none twice."""

from __future__ import annotations

import re

from generator.build import write_site
from generator.pages.mentions import ROOM
from tests.conftest import MakeCollection, article


def test_what_a_dossier_has_no_room_for_stands_on_further_pages(collection: MakeCollection) -> None:
    count = 2 * ROOM + 50
    files = {
        f"data/articles/{n:04}.md": article("Xinhua said so.", date=f"20{10 + n // 300}-01-{n % 28 + 1:02}")
        for n in range(count)
    }
    site, problems = write_site(collection({"data/actors.yml": "xinhua: {name: Xinhua, type: media}\n", **files}))
    assert problems == ()
    paths = ["actors/xinhua.md", "actors/xinhua/mentions/2.md", "actors/xinhua/mentions/3.md"]
    assert [path for path in site.pages if path.startswith("actors/xinhua")] == paths
    found = [re.findall(r"^### .*articles/(\d{4})\.md", site.pages[path].markdown, re.MULTILINE) for path in paths]
    assert [len(part) for part in found] == [ROOM, ROOM, 50]
    assert sorted(id for part in found for id in part) == [f"{n:04}" for n in range(count)]
    first, second = (site.pages[path].markdown for path in paths[:2])
    assert f"Named {count} times in {count} articles" in first
    assert "Older mentions, page [2](xinhua/mentions/2.md), [3](xinhua/mentions/3.md)." in first
    assert "← [page 1](../../xinhua.md) · [page 3](3.md) →" in second


def test_a_short_dossier_has_no_further_page(collection: MakeCollection) -> None:
    files = {"data/actors.yml": "xinhua: {name: Xinhua, type: media}\n", "data/articles/a.md": article("Xinhua.")}
    site, _ = write_site(collection(files))
    assert "Older mentions" not in site.pages["actors/xinhua.md"].markdown
    assert [path for path in site.pages if "mentions" in path] == []
