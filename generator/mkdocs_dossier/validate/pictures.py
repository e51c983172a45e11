"""The pictures that articles show: files inside `data/`, looked for from where the article lies."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.images.clean import NotAPicture
from mkdocs_dossier.model.near_names import did_you_mean
from mkdocs_dossier.model.prose import Open, Prose, Text
from mkdocs_dossier.model.records import Article
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.validate.records import Records

Look = Callable[[SourceFile], str]
"""Return where the picture in a file lies in the site. Raises `NotAPicture`."""

Shown = tuple[tuple[str, int], ...]
"""Each picture of a text as written there, and the offset of what it says."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that an article shows.

    Attributes:
        name: Where it lies in the site.
        file: Its path, relative to the project.
    """

    name: str
    file: str


Pictures = Mapping[str, Mapping[str, Picture]]
"""By the id of the article that shows them, and by how they are written there."""


def shown_pictures(prose: Prose) -> Shown:
    """Return the local pictures that a text shows."""
    return tuple(_shown(prose))


def _shown(prose: Prose) -> Iterator[tuple[str, int]]:
    at = 0
    for number, piece in enumerate(prose.pieces):
        if isinstance(piece, Open) and piece.tag == "img":
            following = prose.pieces[number + 1]
            yield piece.attributes[0][1], following.start if isinstance(following, Text) else at
        elif isinstance(piece, Text):
            at = piece.end - 1


def pictures_of(articles: Mapping[str, Article], records: Records, look: Look) -> tuple[Pictures, list[Diagnostic]]:
    """Return the pictures of each article that shows any, and what is wrong with others. No other picture is opened."""
    shown = {id: own for id, prose in records.prose.items() if (own := shown_pictures(prose))}
    pictures: dict[str, Mapping[str, Picture]] = {}
    problems: list[Diagnostic] = []
    public = [id for id in shown if id in articles]
    private = _shown_by(shown.keys() - set(public), records, shown) - _shown_by(public, records, shown)
    for id in public:
        file, prose = articles[id].origin.path, records.prose[id]
        pictures[id], found = find_pictures(file, shown[id], prose, records.pictures, look, private)
        problems += found
    return pictures, problems


def _shown_by(ids: Iterable[str], records: Records, shown: Mapping[str, Shown]) -> set[str]:
    """Return the files of pictures that some articles show."""
    trees = records.articles.trees
    return {path for id in ids for path in picture_files(trees[id].path, shown[id])}


def find_pictures(
    article: str,
    shown: Shown,
    prose: Prose,
    files: Mapping[str, SourceFile],
    look: Look,
    private: Set[str] = frozenset(),
) -> tuple[dict[str, Picture], tuple[Diagnostic, ...]]:
    """Return the pictures of an article by how they are written there, and what is wrong with others.

    Args:
        article: The path of its file.
        files: Those of pictures, by path.
        private: Those of them that no hint may name.
    """
    found: dict[str, Picture] = {}
    problems: list[Diagnostic] = []
    for written, offset in shown:
        picture = _picture(article, written, files, look, private)
        if isinstance(picture, Picture):
            found[written] = picture
        else:
            problems.append(Diagnostic(Place(article, *prose.place(offset)), *picture))
    return found, tuple(problems)


def picture_files(article: str, shown: Shown) -> Iterator[str]:
    """Yield the paths of the pictures that an article shows, there or not."""
    yield from (_file(article, written) for written, _ in shown)


def _file(article: str, written: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(article), unquote(written)))


def _picture(
    article: str, written: str, files: Mapping[str, SourceFile], look: Look, private: Set[str]
) -> Picture | tuple[str, str, str]:
    """Return the picture, or code, message and hint of what is wrong with it."""
    folder, path = posixpath.dirname(article), unquote(written)
    file = files.get(_file(article, written))
    if file is None:
        there = [posixpath.relpath(known, folder) for known in files if known not in private]
        hint = did_you_mean(path, there, otherwise="put a JPEG, PNG, GIF or WebP there, inside the data folder")
        return "unknown-picture", f"there is no picture '{path[:200]}'", hint
    try:
        return Picture(look(file), file.path)
    except NotAPicture as error:
        return "bad-picture", f"'{path[:200]}' is not shown: {error}", "save it as JPEG, PNG, GIF or WebP"
