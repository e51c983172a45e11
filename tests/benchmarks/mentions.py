"""How well mentions are found: compares a synthetic collection with its ground truth.

    python -m tests.benchmarks.mentions FOLDER…

FOLDER holds `data/` and `truth.json`: by article id, `mentions`, each a list of kind, key and text. For each folder it
prints precision and recall of actors and countries (as sets per article), of explicit dates and of weekdays (as phrases
per article), and the first misses.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from mkdocs_dossier.model.collection import LinkedCorpus
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import link

WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
Fact = tuple[str, ...]


def truth_facts(folder: Path) -> dict[str, set[Fact]]:
    """What the collection's ground truth says is named, by kind of fact."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    mentions = ((id, *mention[:3]) for id, article in truth.items() for mention in article["mentions"])
    return _by_kind((id, kind, key.upper() if kind == "country" else key, text) for id, kind, key, text in mentions)


def found_facts(corpus: LinkedCorpus) -> dict[str, set[Fact]]:
    """What was found, by kind of fact."""
    return _by_kind(_found(corpus))


def _found(corpus: LinkedCorpus) -> Iterator[tuple[str, str, str, str]]:
    for article in corpus.articles:
        text = article.text
        for m in article.mentions:
            yield article.id, m.kind, m.key, text[m.start : m.end]


def _by_kind(mentions: Iterable[tuple[str, str, str, str]]) -> dict[str, set[Fact]]:
    facts: dict[str, set[Fact]] = {"actors": set(), "countries": set(), "explicit dates": set(), "weekdays": set()}
    for article, kind, key, text in mentions:
        if kind == "date":
            facts["weekdays" if text in WEEKDAYS else "explicit dates"].add((article, key, text))
        else:
            facts["actors" if kind == "actor" else "countries"].add((article, key))
    return facts


def main(folders: list[str]) -> None:
    for name in folders:
        folder = Path(name)
        start = time.perf_counter()
        corpus, _ = link(Options(root=folder, now=datetime(2026, 1, 1, tzinfo=UTC)))
        seconds = time.perf_counter() - start
        print(f"{folder}: {len(corpus.articles)} articles read and linked in {seconds:.2f} s")
        truth, found = truth_facts(folder), found_facts(corpus)
        for kind, expected in truth.items():
            right = len(expected & found[kind])
            precision, recall = right / max(1, len(found[kind])), right / max(1, len(expected))
            print(f"  {kind:15} precision {precision:.4f}  recall {recall:.4f}  ({len(expected)} facts)")
            for label, facts in (("wrong", found[kind] - expected), ("missed", expected - found[kind])):
                for fact in sorted(facts)[:5]:
                    print(f"    {label}: {' '.join(fact)}")


if __name__ == "__main__":
    main(sys.argv[1:])
