"""The network of the whole collection: the same every time, its discs and labels apart, its colours explained."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from xml.etree import ElementTree

import pytest

from mkdocs_dossier.pages.svg.labels import text_width
from mkdocs_dossier.pages.svg.networks import network as network_module
from mkdocs_dossier.pages.svg.networks.layout import lay_out
from mkdocs_dossier.pages.svg.networks.network import NetworkLine, NetworkNode
from mkdocs_dossier.words.catalogue import words_in
from tests.pages.svg.golden import check

cluster_name = partial(network_module.cluster_name, words=words_in("en"))
network = partial(network_module.network, words=words_in("en"))

WORDS = "Amber Birch Cedar Dune Ember Fjord Grove Heath Islet Juniper".split()


def _network(number: int, clusters: int = 4) -> tuple[list[NetworkNode], list[NetworkLine]]:
    """Clusters, each around its first node, and these in a row."""
    nodes = [
        NetworkNode(f"{WORDS[at % 10]} {WORDS[at // 10 % 10]} Company", f"{at}.md", 200 // (at + 1) + 1, at % clusters)
        for at in range(number)
    ]
    inside = [NetworkLine(at % clusters, at, 1 + at % 5) for at in range(clusters, number)]
    across = [NetworkLine(at, at + 1, 2) for at in range(min(clusters, number) - 1)]
    return nodes, [*across, *inside]


def _discs(picture: str) -> list[tuple[str, float, float, float]]:
    """Address, place and radius of each disc."""
    links = ElementTree.fromstring(picture).iter("a")
    circles = [(link.attrib["href"], link.findall("circle")[-1].attrib) for link in links]
    return [(url, float(at["cx"]), float(at["cy"]), float(at["r"])) for url, at in circles]


def _labels(picture: str) -> list[tuple[float, float, float, float]]:
    boxes = []
    for text in ElementTree.fromstring(picture).iter("text"):
        size, wide = float(text.attrib["font-size"]), text_width(text.text or "", float(text.attrib["font-size"]))
        left = float(text.attrib["x"]) - {"middle": wide / 2, "end": wide}.get(text.attrib.get("text-anchor", ""), 0)
        boxes.append((left, float(text.attrib["y"]) - 0.75 * size, left + wide, float(text.attrib["y"]) + 0.2 * size))
    return boxes


def test_the_picture_is_as_it_was_found_good(refresh: bool) -> None:
    check("network-30", network(*_network(30)), refresh)


@pytest.mark.parametrize("number", [3, 8, 30, 60])
def test_discs_lie_apart_inside_the_picture(number: int) -> None:
    discs = _discs(network(*_network(number)))
    assert len(discs) == number
    for _, x, y, radius in discs:
        assert radius <= x <= 960 - radius and radius <= y <= 640 - radius
    for (_, x, y, radius), (_, to_x, to_y, other) in combinations(discs, 2):
        assert (x - to_x) ** 2 + (y - to_y) ** 2 >= (radius + other) ** 2


@pytest.mark.parametrize("number", [8, 30, 60])
def test_labels_meet_neither_each_other_nor_a_disc(number: int) -> None:
    picture = network(*_network(number))
    labels = _labels(picture)
    assert len(labels) >= 0.8 * number
    discs = [(x - r, y - r, x + r, y + r) for _, x, y, r in _discs(picture)]
    for number, one in enumerate(labels):
        assert one[0] >= 0 and one[1] >= 0 and one[2] <= 960 and one[3] <= 640
        for other in (*labels[:number], *discs):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_more_often_named_the_bigger_and_the_biggest_are_labelled() -> None:
    nodes, lines = _network(60)
    picture = network(nodes, lines)
    discs = {url: radius for url, _, _, radius in _discs(picture)}
    radii = [discs[node.url] for node in nodes]
    assert radii == sorted(radii, reverse=True) and radii[0] > 2 * radii[-1]
    assert all(f">{node.name}</text>" in picture for node in nodes[:4])


def test_a_cluster_has_one_colour_and_the_legend_names_it_by_its_biggest() -> None:
    nodes, lines = _network(12, clusters=2)
    tree = ElementTree.fromstring(network(nodes, lines))
    for cluster in (0, 1):
        group = tree.find(f".//g[@class='nodes c{cluster}']")
        assert group is not None
        assert {link.attrib["href"] for link in group.iter("a")} == {n.url for n in nodes if n.cluster == cluster}
    caption = tree.find("figcaption")
    assert caption is not None
    assert [name.text for name in caption.iter("bdi")] == [
        "Amber Amber Company and Cedar Amber Company, with 4 more",
        "Birch Amber Company and Dune Amber Company, with 4 more",
    ]


def test_small_clusters_share_the_last_colour() -> None:
    nodes, lines = _network(30, clusters=10)
    picture = network(nodes, lines)
    assert 'class="nodes c7"' in picture and 'class="nodes c8"' not in picture
    assert "9 actors in 3 smaller clusters" in picture


def test_a_cluster_is_named_by_two() -> None:
    assert cluster_name(["Ann"]) == "Ann"
    assert cluster_name(["Ann", "Bob"]) == "Ann and Bob"
    assert cluster_name(["Ann", "Bob", "Cat", "Dan"]) == "Ann and Bob, with 2 more"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_fewer_than_three_connected_make_no_picture(number: int) -> None:
    nodes, _ = _network(5)
    lines = [NetworkLine(0, 1, 1)] if number == 2 else []
    assert network(nodes[: max(number, 0)], lines) == ""
    assert network(nodes, lines) == ""


def test_a_name_cannot_break_out_of_the_picture() -> None:
    nodes = [NetworkNode('A "><script>alert(1)</script>\n', 'a".md', 1, at) for at in range(3)]
    picture = network(nodes, [NetworkLine(0, 1, 1), NetworkLine(1, 2, 1)])
    assert "<script" not in picture and "\n" not in picture
    assert all(link.attrib["href"] == 'a".md' for link in ElementTree.fromstring(picture).iter("a"))


def test_a_layout_is_the_same_every_time_and_brings_friends_together() -> None:
    clusters, edges = [0, 0, 0, 1, 1, 1], [(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (2, 3, 0.1)]
    rooms = [(10, 10)] * 6
    places = lay_out(clusters, edges, rooms, 400, 300)
    assert places == lay_out(clusters, edges, rooms, 400, 300)
    far = {(i, j): abs(complex(*places[i]) - complex(*places[j])) for i, j in combinations(range(6), 2)}
    assert max(far[0, 1], far[1, 2], far[3, 4], far[4, 5]) < far[0, 5]


def test_a_layout_of_one_or_none_is_no_trouble() -> None:
    assert lay_out([], [], [], 400, 300) == ()
    assert lay_out([0], [], [(10, 10)], 400, 300) == ((200, 150),)
