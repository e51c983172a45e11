"""Which texts of a file are public: as its tree says, and no others. The logs of a public repository are public.

Where one cannot be sure there are none: in a file that cannot be parsed, in a record that may be meant to be private,
behind a key that nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.model.records import Record
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.front_matter import split_article
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence, is_repeated, parse_yaml
from mkdocs_dossier.validate.kept_back import is_kept_back
from mkdocs_dossier.validate.misplaced import line_of_mark
from mkdocs_dossier.validate.model_keys import Model, key_meant, model_of
from mkdocs_dossier.validate.parsed_record import MODELS
from mkdocs_dossier.validate.private_words import hides_record, is_notes

_HIDDEN = frozenset(("status", "embargo", "notes"))
"""Keys behind which nothing is shown. That `status` says `published` may be."""


@dataclass(frozen=True, slots=True)
class PublicTexts:
    """The parts of a file that may be shown.

    Attributes:
        texts: The keys and values of YAML that are public, in their order.
        body: The line (1-based) from which on all is an article's text, and public; 0 if there is none.
    """

    texts: tuple[Scalar, ...] = ()
    body: int = 0


def public_texts(file: SourceFile) -> PublicTexts:
    """Return what is public of a file."""
    text = file.text or ""
    match file.kind:
        case "article":
            return _of_article(file, text)
        case "actor" | "event":
            root, problems = parse_yaml(text, file.path)
            return PublicTexts(tuple(_of_record(MODELS[file.kind], root)) if root is not None and not problems else ())
        case "actors" | "events" | "countries":
            root, _ = parse_yaml(text, file.path, records=True)
            return PublicTexts(tuple(_of_list(MODELS[file.kind], root)) if root is not None else ())
        case _:
            return PublicTexts()


def _of_article(file: SourceFile, text: str) -> PublicTexts:
    raw, _ = split_article(file, text)
    if raw is None or line_of_mark(raw.body) is not None:
        return PublicTexts()
    texts = tuple(_of_record(MODELS["article"], raw.fields))
    return PublicTexts(texts, raw.first_line if texts else 0)


def _of_list(model: type[Record], root: Node) -> Iterator[Scalar]:
    """Yield what is public of records by id. Where something stands between them that is none, nobody knows of which
    record it is part.
    """
    if not isinstance(root, Mapping) or not all(isinstance(record, Mapping) for record in root.items.values()):
        return
    for id, record in root.items.items():
        texts = list(_of_record(model, record))
        yield from (root.keys[id], *texts) if texts else ()


def _of_record(model: type[Record], root: Node) -> Iterator[Scalar]:
    if not isinstance(root, Mapping) or is_repeated(root) or is_kept_back(model, root):
        return
    if all(_is_public(model, key) for key in root.items if key not in _HIDDEN):
        yield from _of_mapping(model, root)


def _of_mapping(model: Model | None, node: Mapping) -> Iterator[Scalar]:
    """Yield the keys and values of a mapping that are public.

    Args:
        model: The model of its keys; None where any keys may stand.
    """
    for key, item in node.items.items():
        if key == "status" or _is_public(model, key):
            yield node.keys[key]
            yield from _of_node(None if model is None else model_of(model, key_meant(model, key) or ""), item)


def _of_node(model: Model | None, node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _of_node(model, item)
    else:
        yield from _of_mapping(model, node)


def _is_public(model: Model | None, key: str) -> bool:
    """Tell whether a key is one, or a slip of one, that says something public."""
    if is_notes(key) or hides_record(key):
        return False
    return model is None or key_meant(model, key) not in (None, *_HIDDEN)
