"""Links of pages written by hand follow a record to its new address; nothing else of such a page changes."""

from __future__ import annotations

import pytest

from mkdocs_dossier.edit.site_links import link_changes
from mkdocs_dossier.edit.text import changed

OLD, NEW = "actors/guan", "actors/guan-youfei"


def moved(text: str, here: str = "about.md", old: str = OLD, new: str = NEW) -> str:
    return changed(text, link_changes(text, here, old, new))


@pytest.mark.parametrize(
    ("here", "text", "expected"),
    [
        ("about.md", "[G](actors/guan.md)", "[G](actors/guan-youfei.md)"),
        ("about.md", "[G](./actors/guan.md#events 'T')", "[G](./actors/guan-youfei.md#events 'T')"),
        (
            "about.md",
            "[G](<actors/guan.md>), ![](actors/guan.md)",
            "[G](<actors/guan-youfei.md>), ![](actors/guan-youfei.md)",
        ),
        ("manual/x.md", "[G](../actors/guan.md)", "[G](../actors/guan-youfei.md)"),
        ("about.md", "See [G].\n\n[G]: actors/guan.md\n", "See [G].\n\n[G]: actors/guan-youfei.md\n"),
        ("about.md", "[2](actors/guan/mentions/2.md)", "[2](actors/guan-youfei/mentions/2.md)"),
        ("actors/notes.md", "[G](guan.md)", "[G](guan-youfei.md)"),
    ],
)
def test_a_link_leads_to_the_new_address(here: str, text: str, expected: str) -> None:
    assert moved(text, here) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[G](actors/guan-ping.md) and [E](events/guan.md) and actors/guan.md in words",
        "`[G](actors/guan.md)` is code",
        "```markdown\n[G](actors/guan.md)\n```\n",
        "[G](https://example.org/actors/guan.md) [H](/actors/guan.md) [I](../actors/guan.md)",
    ],
)
def test_what_leads_elsewhere_or_is_no_link_stays(text: str) -> None:
    assert moved(text) == text


def test_line_ends_stay() -> None:
    assert moved("a\r\n[G](actors/guan.md)\r\n") == "a\r\n[G](actors/guan-youfei.md)\r\n"


def test_an_article_may_go_to_another_folder() -> None:
    assert moved("[A](../articles/2016/a.md)", "x/y.md", "articles/2016/a", "articles/b") == "[A](../articles/b.md)"
    assert moved("[A](a.md)", "articles/2016/x.md", "articles/2016/a", "articles/b") == "[A](../b.md)"
