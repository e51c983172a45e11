"""Articles and their text as documents, which are linked."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_dossier.model.collection import Document
from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.records import Article
from mkdocs_dossier.validate.pictures import Pictures
from mkdocs_dossier.validate.record import Tree
from mkdocs_dossier.validate.references import overrules


def make_documents(
    articles: Mapping[str, Article], trees: Mapping[str, Tree], prose: Mapping[str, Prose], pictures: Pictures
) -> dict[str, Document]:
    """Return the documents of articles, by id, in their order.

    Args:
        trees, prose: Of all articles, private ones too.
    """
    return {
        id: Document(
            record=article,
            prose=prose[id],
            overrules=overrules(article, trees[id]) if article.mentions else (),
            pictures=tuple((written, picture.name) for written, picture in pictures.get(id, {}).items()),
        )
        for id, article in articles.items()
    }
