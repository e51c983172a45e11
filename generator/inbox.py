"""The inbox of names that no record covers, for both doors: from the files, or from what is read already."""

from __future__ import annotations

from dataclasses import dataclass

from generator.cache import FOLDER, Cache
from generator.config import Options
from generator.corpus import link_again, read_collection
from generator.diagnostics import Diagnostic, in_order
from generator.memory import Memory
from generator.model.collection import LinkedCorpus
from generator.model.suggestion import Roster, Suggestion
from generator.suggest.ranked import suggest
from generator.validate.records import Records


@dataclass(frozen=True, slots=True)
class Inbox:
    """suggestions: the most widely used names first. records: as they were read, private ones too."""

    suggestions: tuple[Suggestion, ...]
    records: Records
    problems: tuple[Diagnostic, ...]


def read_inbox(options: Options) -> Inbox:
    """Read and link the collection, as far as it can be read, and look for names that no record covers."""
    memory = Memory()
    collection, records, problems = read_collection(options, memory)
    corpus, unlinked = link_again(options, collection, memory, Cache(options.root / FOLDER))
    return Inbox(suggestions(corpus, records, memory), records, in_order((*problems, *unlinked)))


def suggestions(corpus: LinkedCorpus, records: Records, memory: Memory) -> tuple[Suggestion, ...]:
    """Return the names that no record covers. memory: of the last time; what did not change is taken from there."""
    actors, muted = records.actors, memory.settle("muted names", records.muted or ())
    roster = memory.recall("roster", (actors, muted), lambda: _roster(records))
    return suggest(corpus, roster, memory)


def _roster(records: Records) -> Roster:
    """Private actors are among them: a draft covers its name as well as a record that is published."""
    actors = records.actors
    return Roster(actors.records, frozenset((*actors.records, *actors.broken)), records.muted or ())
