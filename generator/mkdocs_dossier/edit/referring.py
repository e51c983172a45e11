"""Every place of the collection that refers to one record: in YAML, in front matter, in the text of articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.model.overrule import read_overrule
from mkdocs_dossier.model.prose import HandLink
from mkdocs_dossier.model.records import Article
from mkdocs_dossier.model.references import Location, RecordKind, references
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence
from mkdocs_dossier.validate.record import Tree
from mkdocs_dossier.validate.records import Records


@dataclass(frozen=True, slots=True)
class Referring:
    """A value in the record `id` of `kind` that names another.

    Attributes:
        location: Keys and list indexes down to that value, as it is written.
        place: Of that.
    """

    kind: RecordKind
    id: str
    location: Location
    place: Place

    @property
    def field(self) -> str:
        """The keys alone: `roles.organization`."""
        return ".".join(part for part in self.location if isinstance(part, str))


def referring(records: Records, kind: RecordKind, id: str) -> Iterator[Referring]:
    """Yield the fields that name the record `id` of `kind`, private records' ones too."""
    for owner, record_set in records.record_sets():
        for key, record in record_set.records.items():
            for reference in references(record):
                if reference.value == id and reference.mark.kind == kind:
                    yield _referring(owner, key, record_set.trees[key], reference.location)
            if kind == "actor" and isinstance(record, Article):
                for phrase, value in record.mentions.items():
                    if (said := read_overrule(phrase, value)).kind == kind and said.key == id:
                        yield _referring(owner, key, record_set.trees[key], ("mentions", phrase))


def _referring(kind: RecordKind, id: str, tree: Tree, location: Location) -> Referring:
    written, scalar = scalar_at(tree.root, location)
    return Referring(kind, id, written, Place(tree.path, scalar.line + tree.below, scalar.column))


def scalar_at(node: Node, location: Location) -> tuple[Location, Node]:
    """Return what stands at `location`, and where that is: a lone text may stand for the mapping around it."""
    for number, part in enumerate(location):
        if isinstance(node, Mapping) and part in node.items:
            node = node.items[str(part)]
        elif isinstance(node, Sequence) and isinstance(part, int):
            node = node.items[part]
        else:
            assert isinstance(node, Scalar)
            return location[:number], node
    return location, node


@dataclass(frozen=True, slots=True)
class ByHand:
    """A link `[[id]]` or `[[id|text]]` in the article `id`.

    Attributes:
        place: Of the text that it shows.
    """

    id: str
    place: Place


def links_by_hand(records: Records, actor: str) -> Iterator[ByHand]:
    """Yield the links to an actor in the texts of all articles, private ones too."""
    for id, prose in records.prose.items():
        path = records.articles.records[id].origin.path
        for piece in prose.pieces:
            if isinstance(piece, HandLink) and piece.target == actor:
                yield ByHand(id, Place(path, *prose.place(piece.start)))
