"""What was deleted comes back: the inbox of a collection from which actors were taken away."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_dossier.inbox import read_inbox
from mkdocs_dossier.link.corpus import Linked, link_collection
from mkdocs_dossier.model.collection import Collection
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.suggestion import Roster, Suggestion
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import run_stages
from mkdocs_dossier.suggest.ranked import names_in, suggest
from mkdocs_dossier.suggest.spelling import folded
from mkdocs_dossier.suggest.stub import actor_fields
from tests.conftest import NOW, ROOT

DELETED, BACK, WITHIN, ROUNDS = 20, 18, 40, 10


@pytest.fixture(scope="module")
def demo() -> Collection:
    return run_stages(Options(root=ROOT, now=NOW)).validated.collection


@pytest.fixture(scope="module")
def named(demo: Collection) -> list[str]:
    """The actors that the articles name at all: nobody can find the others in them."""
    corpus = link_collection(demo).corpus
    return sorted({m.key for article in corpus.articles for m in article.mentions if m.kind == "actor"})


@pytest.fixture(scope="module")
def linked(demo: Collection) -> Linked:
    """What only articles that name a deleted actor are linked anew for."""
    return link_collection(demo, again=True)


def test_of_twenty_deleted_actors_eighteen_come_back_within_the_first_forty_suggestions(
    demo: Collection, named: list[str], linked: Linked
) -> None:
    seeds = [random.SystemRandom().randrange(1 << 32) for _ in range(ROUNDS)]
    for seed in seeds:
        deleted = random.Random(seed).sample(named, DELETED)
        first = _without(demo, deleted, linked)[:WITHIN]
        missing = [id for id in deleted if not _is_back(demo.actors[id], first)]
        assert len(missing) <= DELETED - BACK, f"seed {seed}: {missing}"


def test_muted_names_never_come_back(demo: Collection, named: list[str], linked: Linked) -> None:
    deleted = random.SystemRandom().sample(named, DELETED)
    muted = [suggestion.name for suggestion in _without(demo, deleted, linked)]
    assert len(muted) > DELETED
    assert _without(demo, deleted, linked, muted=muted) == ()


def test_a_second_look_gives_what_a_first_one_would(demo: Collection, named: list[str], linked: Linked) -> None:
    left = {id: actor for id, actor in demo.actors.items() if id not in named[:5]}
    again = link_collection(replace(demo, actors=left), linked.remembered).corpus
    anew = link_collection(replace(demo, actors=left)).corpus
    before = names_in(linked.corpus.articles)
    assert suggest(again, Roster(left), names_in(again.articles, before)) == suggest(anew, Roster(left))


def test_the_order_of_articles_makes_no_difference(demo: Collection) -> None:
    corpus = link_collection(demo).corpus
    turned = replace(corpus, articles=tuple(reversed(corpus.articles)))
    names = [[(s.name, s.type, s.variants, s.articles) for s in suggest(c, Roster({}))] for c in (corpus, turned)]
    assert names[0] == names[1]


def _without(
    collection: Collection, ids: list[str], linked: Linked, muted: list[str] | None = None
) -> tuple[Suggestion, ...]:
    left = {id: actor for id, actor in collection.actors.items() if id not in ids}
    corpus = link_collection(replace(collection, actors=left), linked.remembered).corpus
    return suggest(corpus, Roster(left, muted=muted or ()))


def _is_back(actor: Actor, suggestions: tuple[Suggestion, ...]) -> bool:
    """Whether a new actor of one of its names is suggested."""
    own = {folded(name) for name in (actor.name, *(alias.name for alias in actor.aliases))}
    new = (suggestion for suggestion in suggestions if suggestion.alias_of is None)
    return any(folded(name) in own for suggestion in new for name in (suggestion.name, *suggestion.variants))


def test_drafts_of_all_suggestions_are_valid_and_cover_their_names(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    options = Options(root=tmp_path, now=NOW)
    inbox = read_inbox(options)
    folder = tmp_path / "data" / "actors"
    folder.mkdir(exist_ok=True)
    new = [suggestion for suggestion in inbox.suggestions if suggestion.alias_of is None]
    assert len(new) > 20
    for suggestion in new:
        (folder / f"{suggestion.id}.yml").write_text(actor_fields(suggestion), encoding="utf-8")
    again = read_inbox(options)
    assert again.problems == ()
    assert {s.name for s in again.suggestions}.isdisjoint(s.name for s in new)
