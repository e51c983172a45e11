"""Groups with only what changed put in place are what grouping everything gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.index.calendar import make_calendar
from generator.index.corpus import make_index
from generator.index.groups import MANY
from generator.memory import Memory
from generator.model.collection import Collection, Document, LinkedArticle, LinkedCorpus
from generator.model.mention import Mention
from generator.model.prose import Prose
from generator.model.records import Article

Described = tuple[int, tuple[str, ...]]
"""The day of an article, and what it names."""

ARTICLES = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.integers(1, 3), st.lists(st.sampled_from("xyz128"), max_size=5).map(tuple))
)


def _linked(id: str, described: Described) -> LinkedArticle:
    day, names = described
    mentions = tuple(
        Mention("date", f"2016-08-0{name}", at, at + 1, "full-date", 1, at)
        if name.isdigit()
        else Mention("actor", name, at, at + 1, "name", at % 2, at)
        for at, name in enumerate(names)
    )
    record = Article.model_validate({"title": "T", "date": f"2016-08-1{day}", "id": id})
    return LinkedArticle(Document(record, Prose("", (), (), ())), ((0, 0),), mentions)


def _corpus(described: dict[str, Described], known: dict[tuple[str, Described], LinkedArticle]) -> LinkedCorpus:
    articles = [known.setdefault((id, about), _linked(id, about)) for id, about in described.items()]
    ordered = sorted(articles, key=lambda a: (-a.document.record.day.toordinal(), a.document.record.id))
    documents = {article.document.record.id: article.document for article in ordered}
    return LinkedCorpus(Collection({}, {}, {}, documents, {}), tuple(ordered))


@given(st.lists(ARTICLES, min_size=2, max_size=5))
def test_whatever_was_edited_the_index_is_what_a_fresh_one_would_be(states: list[dict[str, Described]]) -> None:
    memory, known = Memory(), {}
    for state in states:
        memory.begin()
        corpus = _corpus(state, known)
        remembered, fresh = make_index(corpus, memory), make_index(corpus)
        assert remembered.appearances == fresh.appearances
        assert dict(remembered.company) == dict(fresh.company)
        assert list(remembered.calendar.items()) == list(make_calendar((), corpus.articles).items())
        assert remembered.network.value == fresh.network.value


MOST = 4
"""So many articles are edited at once; there are so many that these are put in place, and not all grouped anew."""

DESCRIBED = st.tuples(st.integers(1, 3), st.lists(st.sampled_from("xyz128"), max_size=4).map(tuple))
EDITS = st.lists(
    st.dictionaries(st.integers(0, MANY * MOST + 9), st.none() | DESCRIBED, min_size=1, max_size=MOST),
    min_size=1,
    max_size=4,
)


@given(first=DESCRIBED, edits=EDITS)
@settings(deadline=None)
def test_a_few_edits_among_many_articles_give_what_a_fresh_index_would(
    first: Described, edits: list[dict[int, Described | None]]
) -> None:
    memory, known = Memory(), {}
    state = {str(number): (number % 3 + 1, ("xyz"[number % 2], str(number % 2 + 1))) for number in range(MANY * MOST)}
    state["rare"] = first
    for edit in ({}, *edits):
        for number, described in edit.items():
            id = "rare" if number > MANY * MOST else str(number)
            if described is None:
                state.pop(id, None)
            else:
                state[id] = described
        memory.begin()
        corpus = _corpus(state, known)
        remembered, fresh = make_index(corpus, memory), make_index(corpus)
        assert dict(remembered.appearances) == dict(fresh.appearances)
        assert list(remembered.calendar.items()) == list(make_calendar((), corpus.articles).items())
