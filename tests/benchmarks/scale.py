"""Names at scale: how long a collection of many actors and articles takes to read, link and write, in what memory.

    python -m tests.benchmarks.scale [--actors 50000] [--articles 10000]

The collection is made in a temporary folder, the same on every machine: invented persons, each with an alias, and
articles of about 300 words that name them.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mkdocs_dossier.build import template_sources
from mkdocs_dossier.index.corpus import make_index
from mkdocs_dossier.link.corpus import link_collection
from mkdocs_dossier.pages.kinds import all_units, unit_pages
from mkdocs_dossier.pages.render import Renderer
from mkdocs_dossier.pages.site import Site
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import read_data
from mkdocs_dossier.validate.collection import make_collection as make_validated
from mkdocs_dossier.validate.records import check_files

SYLLABLES = "ka ro mi ta lo ven dar shi bel mu ran tos ki ne gal pra su lin vo ter mar du ha zi jo bre fen".split()
WORDS = "the ministry said that talks would go on while trucks waited at the border and nobody knew how long".split()


def make_collection(folder: Path, actors: int, articles: int) -> None:
    """Write a collection of invented persons and of articles that name eight of them each."""
    choose = random.Random(7)
    names = [f"{_word(choose)} {_word(choose)}" for _ in range(actors)]
    records = (
        f"a{n}:\n  name: {name}\n  type: person\n  aliases: [{name.replace(' ', ' B. ')}]\n"
        for n, name in enumerate(names)
    )
    target = folder / "data" / "articles"
    target.mkdir(parents=True)
    (folder / "data" / "actors.yml").write_text("".join(records), encoding="utf-8")
    for number in range(articles):
        day = date(2012, 1, 1) + timedelta(number % 3000)
        paragraphs = "\n\n".join(_paragraph(choose, names) for _ in range(8))
        (target / f"{number}.md").write_text(f"---\ntitle: Report {number}\ndate: {day}\n---\n{paragraphs}\n")


def _word(choose: random.Random) -> str:
    return "".join(choose.choices(SYLLABLES, k=choose.randint(2, 4))).capitalize()


def _paragraph(choose: random.Random, names: list[str]) -> str:
    words = choose.choices(WORDS, k=36)
    words.insert(choose.randrange(30), choose.choice(names))
    return f"Now {' '.join(words)} on {choose.randint(1, 28)} August 2015."


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--actors", type=int, default=50_000)
    parser.add_argument("--articles", type=int, default=10_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_collection(folder, wanted.actors, wanted.articles)
        _measure(Options(root=folder, now=datetime(2026, 1, 1, tzinfo=UTC), max_file_size=1 << 30))


def _measure(options: Options) -> None:
    clock = time.perf_counter()

    def lap(what: str) -> None:
        nonlocal clock
        now, megabytes = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{what:30} {now - clock:7.1f} s   at most {megabytes} MB so far")
        clock = now

    read = check_files(read_data(options).files)
    collection = make_validated(read.records, built_in_territories(), options.now, look=lambda _: "").collection
    lap(f"read {len(collection.actors)} + {len(collection.documents)} records")
    corpus = link_collection(collection).corpus
    lap(f"link {sum(len(a.mentions) for a in corpus.articles)} mentions")
    site = Site(make_index(corpus))
    renderer = Renderer(template_sources(options).sources, site.words)
    pages = sum(1 for unit in all_units(site) for page in unit_pages(SiteView(site), unit) if renderer.render(page))
    lap(f"write {pages} pages")


if __name__ == "__main__":
    main()
