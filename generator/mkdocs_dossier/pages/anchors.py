"""Where in an article's page a mention or a sentence can be linked at."""

from __future__ import annotations

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.mention import Mention


def mention_anchor(mention: Mention) -> str:
    """The anchor of an article's mention; empty in the title, which is the top of the page."""
    return f"m{mention.number}" if mention.sentence > 0 else ""


def sentence_anchor(article: LinkedArticle, sentence: int) -> str:
    """The anchor of a sentence: that of its first mention, or its own where it has none; empty for the title."""
    if sentence == 0:
        return ""
    first = next((m for m in article.mentions if m.sentence == sentence), None)
    return f"s{sentence}" if first is None else mention_anchor(first)
