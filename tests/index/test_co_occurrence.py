"""Who appears with whom: by shared sentences, then by shared articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.build import write_site
from mkdocs_dossier.index.co_occurrence import CoOccurrences
from mkdocs_dossier.index.corpus import parts
from mkdocs_dossier.index.groups import group
from mkdocs_dossier.model.collection import Document, LinkedArticle
from mkdocs_dossier.model.index import CoOccurrence
from mkdocs_dossier.model.mention import Mention
from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.records import Article
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTORS = """
    ann: {name: Ann Archer, type: person}
    bob: {name: Bob Barker, type: person}
    cat: {name: Cat Carter, type: person}
    dan: {name: Dan Draper, type: person}
    """


def _counts(company: Iterable[CoOccurrence]) -> list[tuple[str, int, int]]:
    """Key, sentences, articles."""
    return [(found.key, found.sentences, found.articles) for found in company]


def _of(articles: Sequence[LinkedArticle]) -> CoOccurrences:
    return CoOccurrences(group(articles, parts))


def _company(collection: MakeCollection, *bodies: str) -> CoOccurrences:
    return _company_of(collection, {f"data/articles/{number}.md": article(body) for number, body in enumerate(bodies)})


def _company_of(collection: MakeCollection, articles: dict[str, str]) -> CoOccurrences:
    corpus, problems = link(collection({"data/actors.yml": ACTORS, **articles}))
    assert problems == ()
    return _of(corpus.articles)


def test_sentences_and_articles_are_counted(collection: MakeCollection) -> None:
    company = _company(
        collection,
        "Ann Archer met Bob Barker. Ann Archer left Bob Barker. Cat Carter slept.",
        "Ann Archer met Bob Barker and Cat Carter.",
        "Bob Barker spoke.\n\nAnn Archer listened.",
    )
    assert _counts(company["actor", "ann"]) == [("bob", 3, 3), ("cat", 1, 2)]
    assert _counts(company["actor", "bob"]) == [("ann", 3, 3), ("cat", 1, 2)]
    assert _counts(company["actor", "cat"]) == [("ann", 1, 2), ("bob", 1, 2)]
    assert ("actor", "dan") not in company


def test_a_name_twice_in_a_sentence_counts_once(collection: MakeCollection) -> None:
    company = _company(collection, "Ann Archer, Bob Barker, Ann Archer, Archer and Barker met.")
    assert _counts(company["actor", "ann"]) == [("bob", 1, 1)]


def test_shared_sentences_come_before_shared_articles(collection: MakeCollection) -> None:
    company = _company(
        collection,
        "Ann Archer. Dan Draper.",
        "Ann Archer. Dan Draper.",
        "Ann Archer and Cat Carter met.",
        "Bob Barker.",
    )
    assert [found.key for found in company["actor", "ann"]] == ["cat", "dan"]


def test_of_those_who_share_no_sentence_the_ones_of_more_articles_come_first(collection: MakeCollection) -> None:
    company = _company(collection, "Ann Archer. Bob Barker.", "Ann Archer. Dan Draper.", "Ann Archer. Dan Draper.")
    assert _counts(company["actor", "ann"]) == [("dan", 0, 2), ("bob", 0, 1)]


def test_who_is_attached_by_hand_and_not_named_is_named_with_nobody(collection: MakeCollection) -> None:
    files = {"data/articles/a.md": article("Bob Barker met Cat Carter.", actors="[ann]")}
    company = _company_of(collection, files)
    assert ("actor", "ann") not in company
    assert _counts(company["actor", "bob"]) == [("cat", 1, 1)]


def test_nobody_is_in_his_own_company_and_kinds_do_not_mix(collection: MakeCollection) -> None:
    company = _company(collection, "Ann Archer met Ann Archer in Syria, Russia and Syria on 2016-08-18.")
    assert ("actor", "ann") not in company or company["actor", "ann"] == ()
    assert _counts(company["country", "SY"]) == [("RU", 1, 1)]
    assert not [key for key in company if key[0] == "date"]


def test_the_title_is_a_sentence_of_the_article(collection: MakeCollection) -> None:
    files = {"data/articles/a.md": article("Cat Carter slept.", title="Ann Archer meets Bob Barker")}
    company = _company_of(collection, files)["actor", "ann"]
    assert _counts(company) == [("bob", 1, 1), ("cat", 0, 1)]
    assert [found.places for found in company] == [(("a", 0),), (("a", None),)]


def test_the_places_are_the_three_newest_sentences_of_both(collection: MakeCollection) -> None:
    together = "Cat Carter slept. Ann Archer met Bob Barker. Ann Archer left Bob Barker."
    files = {f"data/articles/{day}.md": article(together, date=f"2016-08-{day}") for day in (11, 13, 12)}
    bob, cat = _company_of(collection, files)["actor", "ann"]
    assert (bob.key, bob.sentences, bob.places) == ("bob", 6, (("13", 2), ("13", 3), ("12", 2)))
    assert (cat.key, cat.sentences, cat.places) == ("cat", 0, (("13", None), ("12", None), ("11", None)))


def test_the_places_hold_no_article_without_a_shared_sentence_where_there_is_one_with(
    collection: MakeCollection,
) -> None:
    files = {
        "data/articles/new.md": article("Ann Archer slept. Bob Barker left.", date="2016-08-19"),
        "data/articles/old.md": article("Ann Archer met Bob Barker.", date="2016-08-18"),
    }
    (bob,) = _company_of(collection, files)["actor", "ann"]
    assert bob == CoOccurrence("bob", 1, 2, (("old", 1),))


def test_the_pages_of_both_show_the_other(collection: MakeCollection) -> None:
    files = {"data/actors.yml": ACTORS, "data/articles/a.md": article("Ann Archer met Bob Barker.")}
    site, _ = write_site(collection(files))
    assert "](bob.md)" in site.pages["actors/ann.md"].markdown
    assert "](ann.md)" in site.pages["actors/bob.md"].markdown
    assert "](bob.md)" not in site.pages["actors/cat.md"].markdown


def _linked(names: list[tuple[str, int]], id: str) -> LinkedArticle:
    mentions = tuple(Mention("actor", key, n, n + 1, "name", sentence) for n, (key, sentence) in enumerate(names))
    record = Article.model_validate({"title": "T", "date": "2016-08-18", "id": id})
    return LinkedArticle(Document(record, Prose("", (), (), ())), (), mentions)


NAMES = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 3)), max_size=8)


@given(st.lists(NAMES, max_size=4))
def test_company_is_mutual_and_a_shared_sentence_is_in_a_shared_article(texts: list[list[tuple[str, int]]]) -> None:
    company = _of([_linked(names, str(number)) for number, names in enumerate(texts)])
    counts = {(one, other.key): other for (_, one), found in company.items() for other in found}
    for (one, other), count in counts.items():
        assert one != other
        assert counts[other, one] == CoOccurrence(one, count.sentences, count.articles, count.places)
        assert count.articles == sum({one, other} <= {key for key, _ in names} for names in texts)
        together = [
            (str(number), sentence)
            for number, names in enumerate(texts)
            for sentence in range(4)
            if {one, other} <= {key for key, at in names if at == sentence}
        ]
        assert count.sentences == len(together)
        assert together[:3] == list(count.places) if together else all(at is None for _, at in count.places)
