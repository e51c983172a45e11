"""Articles and their text as documents, which are linked."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.collection import Document
from generator.model.prose import Prose
from generator.model.records import Article
from generator.validate.pictures import Pictures
from generator.validate.record import Tree
from generator.validate.references import overrules


def make_documents(
    articles: Mapping[str, Article], trees: Mapping[str, Tree], prose: Mapping[str, Prose], pictures: Pictures
) -> dict[str, Document]:
    """Return the documents of articles, by id, in their order. trees, prose: of private ones too."""
    return {
        id: Document(
            record=article,
            prose=prose[id],
            overrules=overrules(article, trees[id]) if article.mentions else (),
            pictures=tuple((written, picture.name) for written, picture in pictures.get(id, {}).items()),
        )
        for id, article in articles.items()
    }
