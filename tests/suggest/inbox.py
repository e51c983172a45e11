"""A collection of texts, and what is suggested for it."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.inbox import read_inbox
from mkdocs_dossier.model.collection import Collection, Document
from mkdocs_dossier.model.records import Article
from mkdocs_dossier.model.suggestion import Suggestion
from mkdocs_dossier.read.prose import parse_prose
from mkdocs_dossier.read.territories import built_in_territories
from tests.conftest import MakeCollection, article


def suggested(
    collection: MakeCollection, *bodies: str, actors: str = "", muted: str = "", **fields: str
) -> dict[str, Suggestion]:
    """Return what is suggested for articles with these bodies, by name, in its order. fields: of their front matter."""
    files = {
        f"data/articles/a{n}.md": article(body, date=f"2016-08-{n + 1:02}", **fields) for n, body in enumerate(bodies)
    }
    return found(collection, {**files, "data/actors.yml": actors, "data/muted.yml": muted})


def found(collection: MakeCollection, files: Mapping[str, str]) -> dict[str, Suggestion]:
    """Return what is suggested for a collection, by name, in its order."""
    inbox = read_inbox(collection({path: text for path, text in files.items() if text}))
    assert inbox.problems == ()
    return {suggestion.name: suggestion for suggestion in inbox.suggestions}


def documents_of(texts: list[str]) -> Collection:
    """Return a collection of articles with these bodies, in Markdown, and of nothing else."""
    documents = {}
    for number, text in enumerate(texts):
        record = Article(id=f"a{number}", origin=Place("a.md"), title="-", date=f"2016-08-{number + 1:02}")
        documents[record.id] = Document(record, parse_prose(text, title="-", title_place=(2, 8), first_line=5))
    return Collection({}, {}, built_in_territories(), documents, {})
