"""The network of a collection: the most named, nobody alone, the strongest edges, clusters that hang together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.index.network import EDGES_FOR_EACH, MOST_ACTORS, find_clusters, make_network
from mkdocs_dossier.model.index import CoOccurrence, Key
from mkdocs_dossier.model.network import NetworkEdge


def _company(*edges: tuple[str, str, int, int]) -> dict[Key, tuple[CoOccurrence, ...]]:
    found: dict[Key, tuple[CoOccurrence, ...]] = {}
    for one, other, sentences, articles in edges:
        for key, with_whom in ((one, other), (other, one)):
            found["actor", key] = (*found.get(("actor", key), ()), CoOccurrence(with_whom, sentences, articles, ()))
    return found


def test_the_most_named_come_first_and_whoever_is_named_with_nobody_is_left_out() -> None:
    company = _company(("ann", "bob", 2, 2), ("bob", "cat", 1, 1))
    network = make_network({"ann": 3, "bob": 9, "cat": 3, "dan": 99}, company)
    assert network.mentions == (("bob", 9), ("ann", 3), ("cat", 3))
    assert network.edges == (NetworkEdge("ann", "bob", 2, 2), NetworkEdge("bob", "cat", 1, 1))


def test_of_very_many_actors_the_most_named_are_chosen() -> None:
    number = 3 * MOST_ACTORS
    company = _company(*((f"a{at:03}", f"a{at + 1:03}", 1, 1) for at in range(number)))
    network = make_network({f"a{at:03}": number - at for at in range(number)}, company)
    assert [id for id, _ in network.mentions] == [f"a{at:03}" for at in range(MOST_ACTORS)]


def test_everyone_keeps_the_strongest_edge_and_there_are_not_many_more() -> None:
    ids = [f"a{at:02}" for at in range(30)]
    edges = [(one, other, 1 + (i * j) % 4, 5) for i, one in enumerate(ids) for j, other in enumerate(ids[:i])]
    network = make_network(dict.fromkeys(ids, 1), _company(*edges))
    assert len(network.edges) == EDGES_FOR_EACH * 30
    strength = {frozenset(e[:2]): e[2:] for e in edges}
    kept = {frozenset((e.one, e.other)) for e in network.edges}
    for id in ids:
        best = max(value for pair, value in strength.items() if id in pair)
        assert any(id in pair and strength[pair] == best for pair in kept)
    weights = [(e.sentences, e.articles) for e in network.edges]
    assert weights == sorted(weights, reverse=True)


def test_one_shared_article_alone_makes_an_edge_only_for_who_has_no_other() -> None:
    company = _company(("ann", "bob", 3, 3), ("bob", "cat", 2, 2), ("ann", "cat", 0, 1), ("cat", "dan", 0, 1))
    network = make_network({"ann": 4, "bob": 3, "cat": 2, "dan": 1}, company)
    assert [(e.one, e.other) for e in network.edges] == [("ann", "bob"), ("bob", "cat"), ("cat", "dan")]


def test_two_circles_with_a_bridge_are_two_clusters_the_most_named_first() -> None:
    pairs = ["ab", "bc", "ac", "xy", "yz", "xz", "cx"]
    edges = [NetworkEdge(one, other, 0 if one + other == "cx" else 3, 3) for one, other in pairs]
    mentions = {"a": 1, "b": 2, "c": 3, "x": 9, "y": 8, "z": 7}
    assert find_clusters(mentions, edges) == (("x", "y", "z"), ("c", "b", "a"))


EDGES = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(st.integers(0, 4), st.integers(1, 5)),
)


@given(EDGES, st.randoms(use_true_random=False))
def test_every_actor_is_in_one_cluster_and_the_order_of_the_input_does_not_matter(edges, random) -> None:  # type: ignore[no-untyped-def]
    rows = [(*pair, *shared) for pair, shared in edges.items()]
    mentions = {id: ord(id) % 3 for id in "abcdefgh"}
    network = make_network(mentions, _company(*rows))
    joined = {id for pair in edges for id in pair}
    assert {id for id, _ in network.mentions} == joined
    assert sorted(id for cluster in network.clusters for id in cluster) == sorted(joined)
    random.shuffle(rows)
    assert make_network(dict(random.sample(list(mentions.items()), 8)), _company(*rows)) == network
