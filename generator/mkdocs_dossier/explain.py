"""`dossier why`: what an article names, by which rule, and what was rejected and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_dossier.diagnostics.visible import json_line
from mkdocs_dossier.model.collection import LinkedArticle, LinkedCorpus
from mkdocs_dossier.model.mention import Mention, Rejection
from mkdocs_dossier.model.near_names import Suggestions
from mkdocs_dossier.validate.references import article_named
from mkdocs_dossier.validate.registry import names_of_actors, names_of_articles

_BY_THE_TEXT = {"passage-year": "the text around it", "coverage-year": "temporal_coverage"}
"""What a date was inferred from, by its rule, where it is not the article's date."""


def find_articles(corpus: LinkedCorpus, id: str | None) -> tuple[tuple[LinkedArticle, ...], str]:
    """Return the article `id`, or all for None; with a hint where there is none. A file's path is understood too."""
    if id is None:
        return corpus.articles, ""
    wanted = article_named(id)
    found = tuple(a for a in corpus.articles if a.id == wanted)
    if found:
        return found, ""
    articles = {a.id: a.record for a in corpus.articles}
    return (), Suggestions(sorted(articles), names_of_articles(articles)).hint(wanted)


def likeliest_name(corpus: LinkedCorpus, article: LinkedArticle, name: str) -> str:
    """Return a hint for a name that stands in no line on `article`: the nearest of those that do, or else of the
    collection's.
    """
    named = {m.key: _phrase(article, m) for m in article.mentions}
    here = Suggestions(named, [(phrase, key) for key, phrase in named.items()]).hint(name)
    actors = corpus.collection.actors
    return here or Suggestions(actors, names_of_actors(actors)).hint(name)


def explain_text(articles: Iterable[LinkedArticle], name: str | None) -> Iterator[str]:
    """Yield a line for each mention and each rejection, in the order of the text."""
    for article in articles:
        found: list[Mention | Rejection] = [*article.mentions, *article.rejections]
        for item in sorted(found, key=lambda item: (item.start, item.end)):
            if name is None or _concerns(article, item, name):
                yield _line(article, item)


def _concerns(article: LinkedArticle, item: Mention | Rejection, name: str) -> bool:
    keys = (item.key,) if isinstance(item, Mention) else item.keys
    return name in keys or name.casefold() in _phrase(article, item).casefold()


def _line(article: LinkedArticle, item: Mention | Rejection) -> str:
    line, column = article.prose.place(item.start)
    head = f"{article.record.origin.path}:{line}:{column}: “{_phrase(article, item)}”"
    if isinstance(item, Rejection):
        return f"{head} is no mention of {item.kind} {' or '.join(item.keys)}: {item.reason}"
    linked = ", linked" if item.linked else ""
    basis = _BY_THE_TEXT.get(item.rule, "the article's date")
    inferred = f", inferred from {basis}" if item.inferred else ""
    return f"{head} is {item.kind} {item.key} (rule: {item.rule}{linked}{inferred})"


def _phrase(article: LinkedArticle, item: Mention | Rejection) -> str:
    return " ".join(article.text[item.start : item.end].split())


def explain_json(articles: Iterable[LinkedArticle]) -> Iterator[str]:
    """Yield a JSON object for each mention: article, kind, key, text, line, column, rule, linked."""
    for article in articles:
        for mention in article.mentions:
            line, column = article.prose.place(mention.start)
            yield json_line(
                {
                    "article": article.id,
                    "kind": mention.kind,
                    "key": mention.key,
                    "text": _phrase(article, mention),
                    "line": line,
                    "column": column,
                    "rule": mention.rule,
                    "linked": mention.linked,
                }
            )
