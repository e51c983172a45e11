"""Whom an actor is named with: everyone at a place of their own, the closest nearest, every mark a link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import combinations
from math import hypot
from xml.etree import ElementTree

import pytest

from mkdocs_dossier.pages.svg.labels import text_width
from mkdocs_dossier.pages.svg.networks import ego as ego_module
from mkdocs_dossier.pages.svg.networks.ego import Neighbour
from mkdocs_dossier.words.catalogue import words_in
from tests.pages.svg.golden import check

ego_network = partial(ego_module.ego_network, words=words_in("en"))

NAMES = (
    "Fahd Jassem al-Freij",
    "Sergey Lavrov",
    "Xinhua",
    "Office of the United Nations High Commissioner for Human Rights",
    "中华人民共和国外交部发言人办公室主任",
    "Сергей Викторович Лавров",
    "قوان يو في",
    "Wolfgang Amadeus von Hohenlohe-Langenburg",
)


def _neighbours(number: int) -> list[Neighbour]:
    return [
        Neighbour(
            name=f"{NAMES[at % len(NAMES)]}{'' if at < len(NAMES) else f' {at}'}",
            url=f"actor-{at}.md",
            edge_url=f"../articles/a.md#m{at + 1}",
            sentences=max(0, 9 - at),
            articles=max(1, 9 - at // 2),
            kind="person" if at % 3 else "armed-group",
        )
        for at in range(number)
    ]


@dataclass(frozen=True)
class _Node:
    """Where a neighbour is drawn: the middle of its mark, and the box of its label."""

    url: str
    x: float
    y: float
    left: float
    right: float


def _tree(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def _group(tree: ElementTree.Element, name: str) -> ElementTree.Element:
    found = tree.find(f".//g[@class='{name}']")
    assert found is not None
    return found


def _nodes(tree: ElementTree.Element) -> list[_Node]:
    return [_node(link) for link in _group(tree, "nodes").iter("a")]


def _node(link: ElementTree.Element) -> _Node:
    text = link.find("text")
    assert text is not None and text.text
    start, wide = float(text.attrib["x"]), text_width(text.text, 13)
    left = start - wide if text.attrib.get("text-anchor") == "end" else start
    circle = link.find("circle")
    x = start + (10 if "text-anchor" in text.attrib else -10)
    if circle is not None:
        assert float(circle.attrib["cx"]) == x
    return _Node(link.attrib["href"], x, float(text.attrib["y"]) - 4, left, left + wide)


def _view(tree: ElementTree.Element) -> tuple[float, float, float, float]:
    svg = tree.find("svg")
    assert svg is not None
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    return left, top, left + width, top + height


@pytest.mark.parametrize("number", [3, 12, 25])
def test_the_picture_is_as_it_was_found_good(number: int, refresh: bool) -> None:
    check(f"ego-{number}", ego_network("Guan Youfei", _neighbours(number), 12 if number == 25 else 0), refresh)


@pytest.mark.parametrize("number", range(1, 26))
def test_no_label_meets_another_and_none_leaves_the_picture(number: int) -> None:
    tree = _tree(ego_network("Guan Youfei", _neighbours(number), 0))
    nodes, (left, top, right, bottom) = _nodes(tree), _view(tree)
    assert len(nodes) == number
    for node in nodes:
        assert left <= node.left and node.right <= right and top <= node.y - 12 and node.y + 12 <= bottom
    for one, other in combinations(nodes, 2):
        apart = one.right < other.left or other.right < one.left
        assert apart or abs(one.y - other.y) >= 24


@pytest.mark.parametrize("sentences", ["as they are", "all alike", "one alone", "few"])
@pytest.mark.parametrize("number", [2, 3, 7, 12, 24, 25])
def test_no_line_runs_through_a_label(number: int, sentences: str) -> None:
    shared = {"all alike": lambda _: 5, "one alone": lambda at: 90 * (at == 0), "few": lambda at: 40 * (at < 3)}
    neighbours = [
        Neighbour(n.name, n.url, n.edge_url, shared.get(sentences, lambda _, n=n: n.sentences)(at), n.articles, n.kind)
        for at, n in enumerate(_neighbours(number))
    ]
    nodes = _nodes(_tree(ego_network("Guan Youfei", neighbours, 0)))
    for to in nodes:
        for node in nodes:
            if node is not to:
                steps = ((to.x * part / 200, to.y * part / 200) for part in range(201))
                assert not any(node.left < x < node.right and abs(y - node.y) < 5 for x, y in steps), (to, node)


def test_the_closest_lies_nearest_and_has_the_thickest_line() -> None:
    tree = _tree(ego_network("Guan Youfei", _neighbours(12), 0))
    far = [hypot(node.x, node.y) for node in _nodes(tree)]
    assert far[0] == min(far)
    drawn = [link.findall("path")[-1] for link in _group(tree, "edges").iter("a")]
    widths = [float(path.attrib["stroke-width"]) for path in drawn if "stroke-width" in path.attrib]
    assert widths == sorted(widths, reverse=True) and widths[0] > widths[-1]
    assert ["stroke-dasharray" in path.attrib for path in drawn] == [False] * 9 + [True] * 3


def test_a_line_leads_to_the_sentences_and_says_how_many_there_are() -> None:
    neighbours = [
        Neighbour("Fahd al-Freij", "freij.md", "../articles/a.md#m4", 4, 2, "person"),
        Neighbour("Xinhua", "xinhua.md", "../articles/b.md", 0, 1, "media"),
    ]
    tree = _tree(ego_network("Guan Youfei", neighbours, 0))
    links = [(link.attrib["href"], link.findtext("title")) for link in _group(tree, "edges").iter("a")]
    assert links == [
        ("../articles/a.md#m4", "Guan Youfei and Fahd al-Freij: 4 sentences, 2 articles"),
        ("../articles/b.md", "Guan Youfei and Xinhua: 1 article"),
    ]
    assert [(node.url) for node in _nodes(tree)] == ["freij.md", "xinhua.md"]
    titles = [link.findtext("title") for link in _group(tree, "nodes").iter("a")]
    assert titles == ["Fahd al-Freij, person", "Xinhua, media"]


def test_a_line_can_be_hit_beside_it() -> None:
    tree = _tree(ego_network("Guan Youfei", _neighbours(5), 0))
    for link in _group(tree, "edges").iter("a"):
        hit, drawn = link.findall("path")
        assert hit.attrib["stroke"] == "transparent" and float(hit.attrib["stroke-width"]) >= 12
        assert hit.attrib["d"].partition("L")[2] == drawn.attrib["d"].partition("L")[2]


def test_a_line_without_a_place_is_no_link() -> None:
    tree = _tree(ego_network("Guan Youfei", [Neighbour("Xinhua", "xinhua.md", "", 0, 1, "media")], 0))
    edges = _group(tree, "edges")
    assert edges.find(".//a") is None and edges.find(".//path") is not None


def test_those_that_are_not_shown_are_counted() -> None:
    assert "12 more are not." in ego_network("Guan Youfei", _neighbours(25), 12)
    assert "1,017 more are not." in ego_network("Guan Youfei", _neighbours(30), 1012)
    assert " more are" not in ego_network("Guan Youfei", _neighbours(25), 0)


def test_nobody_makes_no_picture() -> None:
    assert ego_network("Guan Youfei", [], 0) == ""


def test_a_name_cannot_break_out_of_the_picture() -> None:
    evil = 'A "><script>alert(1)</script>\n\n# `x`'
    picture = ego_network(evil, [Neighbour(evil, 'a".md', 'b".md', 1, 1, evil)], 0)
    assert "<script" not in picture and "\n" not in picture
    assert [link.attrib["href"] for link in _tree(picture).iter("a")] == ['b".md', 'a".md']
