"""The link stage as a whole: every article of a collection, with one matcher a language."""

from __future__ import annotations

from functools import cache

from generator.diagnostics import Diagnostic
from generator.link.article import KnownNames, link_article
from generator.link.lexicon import entries
from generator.link.matcher import Matcher
from generator.link.surnames import person_name
from generator.model.collection import Collection, LinkedArticle, LinkedCorpus


def link_collection(collection: Collection) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Return the collection with its articles linked, newest first."""
    persons = {id: person_name(actor) for id, actor in collection.actors.items() if actor.type == "person"}
    known = KnownNames(frozenset(collection.actors), persons, frozenset(collection.territories))

    @cache
    def matcher(language: str) -> Matcher:
        return Matcher(entries(collection, language))

    articles: list[LinkedArticle] = []
    problems: list[Diagnostic] = []
    for document in collection.documents.values():
        linked, found = link_article(document, matcher(document.record.lang), known)
        articles.append(linked)
        problems += found
    articles.sort(key=lambda a: a.document.record.id)
    articles.sort(key=lambda a: a.document.record.day, reverse=True)
    return LinkedCorpus(collection, tuple(articles)), tuple(problems)
