"""A long dossier is cut into pages: the newest mentions first, none lost, none twice."""

from __future__ import annotations

import re

from mkdocs_dossier.build import write_site
from mkdocs_dossier.pages.mentions import ROOM
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
    assert "Older mentions: page [2](xinhua/mentions/2.md), [3](xinhua/mentions/3.md)." in first
    assert "← [page 1](../../xinhua.md) · [page 3](3.md) →" in second


def test_a_short_dossier_has_no_further_page(collection: MakeCollection) -> None:
    files = {"data/actors.yml": "xinhua: {name: Xinhua, type: media}\n", "data/articles/a.md": article("Xinhua.")}
    site, _ = write_site(collection(files))
    assert "Older mentions" not in site.pages["actors/xinhua.md"].markdown
    assert [path for path in site.pages if "mentions" in path] == []


def _list_of(number: int) -> tuple[list[str], dict[str, str]]:
    """So many names, and a collection whose only article names all of them in one sentence."""
    names = [f"Person Of{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(number)]
    actors = (f"p{n:03}: {{name: {name}, type: person}}\n" for n, name in enumerate(names))
    return names, {"data/actors.yml": "".join(actors), "data/articles/list.md": article(f"Named: {', '.join(names)}.")}


def test_of_a_list_without_end_a_dossier_shows_what_is_near_its_name(collection: MakeCollection) -> None:
    names, files = _list_of(120)
    site, problems = write_site(collection(files))
    assert problems == ()
    page = site.pages["actors/p060.md"].markdown
    mention = page.partition("## Mentions")[2].partition("## Named together with")[0]
    assert re.search(r"… \S.*Person Ofch, \*\*\[Person Ofci\].*\*\*, Person Ofcj.* …", mention)
    assert len(mention) < 1000
    first, last = (site.pages[f"actors/p{n}.md"].markdown.partition("## Mentions")[2] for n in ("000", "119"))
    assert re.search(r"^- Named: \*\*\[Person Ofaa\].* …$", first, re.MULTILINE)
    assert re.search(r"^- … .*\*\*\[Person Ofep\][^*]*\*\*\.$", last, re.MULTILINE)
    pair = re.search(r"^- (.*) <small>", page.partition('<span id="with-p000">')[2], re.MULTILINE)
    assert pair is not None and pair[1].count("**[") == 2 and pair[1].count(" … ") == 1
    assert all(name in site.pages["articles/list.md"].markdown for name in names)


def test_a_dossier_does_not_grow_with_a_list_that_names_it(collection: MakeCollection) -> None:
    few, many = (
        write_site(collection(_list_of(number)[1]))[0].pages["actors/p060.md"].markdown for number in (120, 400)
    )
    assert abs(len(many) - len(few)) < 100


def test_a_sentence_of_ordinary_length_stays_whole(collection: MakeCollection) -> None:
    sentence = f"Person Ofaa spoke {'and spoke ' * 90}for an hour."
    files = {"data/actors.yml": _list_of(1)[1]["data/actors.yml"], "data/articles/a.md": article(sentence)}
    site, _ = write_site(collection(files))
    assert sentence.removeprefix("Person Ofaa") in site.pages["actors/p000.md"].markdown
