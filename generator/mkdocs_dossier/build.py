"""The order of the stages. Start reading here.

    read ─► validate ─► link ─► index ─► pages, data files      (`corpus.py` has the first three)

Every stage is a function from values to values, and yields diagnostics beside them; the two doors (`cli`,
`plugin`) print these and write or serve the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache as remembered
from pathlib import Path
from typing import TypeVar

from mkdocs_dossier.diagnostics import Diagnostic, in_order
from mkdocs_dossier.export.registry import export_files, unit_file
from mkdocs_dossier.images.clean import NotAPicture
from mkdocs_dossier.incremental.cache import Cache
from mkdocs_dossier.incremental.dependencies import Dependency, ask_again
from mkdocs_dossier.index.corpus import make_index
from mkdocs_dossier.index.drafts import mark_drafts
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.model.shape import Atlas
from mkdocs_dossier.pages.answers import site_digests
from mkdocs_dossier.pages.home import home_page
from mkdocs_dossier.pages.kinds import Unit, all_units, unit_pages
from mkdocs_dossier.pages.page_rendering import (
    Finish,
    PageMaker,
    RenderedUnit,
    RenderedUnits,
    joined,
    render_batch,
)
from mkdocs_dossier.pages.render import Renderer, kinds_of
from mkdocs_dossier.pages.site import Site
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.template_sources import built_in_sources, standing_sources, template_sources
from mkdocs_dossier.read.files import FilesRead
from mkdocs_dossier.read.names import on_disk
from mkdocs_dossier.read.picture import picture_name, read_picture
from mkdocs_dossier.read.shapes import built_in_atlas
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.run.workers import run_batches
from mkdocs_dossier.stages import Stages, run_stages, source_digests
from mkdocs_dossier.validate.records import Records
from mkdocs_dossier.words.catalogue import Words, words_in

BATCH = 250
"""How many units of pages are made in one go."""

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Written:
    """A page and its Markdown."""

    page: Page
    markdown: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What all pages of a run are made of.

    Attributes:
        stages: What was made of the files.
        good: Templates that stand in for those of `renderer` that fail.
        failed: What is wrong with the latter.
        root: As in `Options`.
        problems: All that is wrong, in order.
    """

    root: Path
    stages: Stages
    site: Site
    renderer: Renderer
    good: Renderer | None
    failed: tuple[Diagnostic, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def records(self) -> Records:
        """The records as they were read, private ones too."""
        return self.stages.records


def make_snapshot(
    options: Options,
    before: Snapshot | None = None,
    cache: Cache | None = None,
    *,
    files: FilesRead | None = None,
    keep_good: bool = False,
    progress: Progress = silent,
) -> Snapshot:
    """Read, validate, link and index the collection.

    Args:
        before: The same of the last run: what did not change is taken from there.
        cache: Where an earlier process kept what it worked out.
        files: The files, where they are read already.
        keep_good: What is broken now stays as it was in that snapshot, records and templates.
    """
    last = None if before is None else before.stages
    stages = run_stages(options, last, cache, files=files, keep_good=keep_good, progress=progress)
    corpus = mark_drafts(stages.corpus)
    words = words_in(options.language)
    site = Site(make_index(corpus), built_in_atlas() if options.maps else Atlas({}, {}), words)
    said_before = before if before is not None and before.site.words is words else None
    renderer, unread = _renderer(options, words, said_before, keep_good=keep_good)
    good, failed = _tried(renderer, site, options, said_before) if keep_good else (None, ())
    problems = in_order((*stages.problems, *unread, *failed))
    return Snapshot(options.root, stages, site, renderer, good, failed, problems)


def _renderer(
    options: Options, words: Words, before: Snapshot | None, *, keep_good: bool
) -> tuple[Renderer, tuple[Diagnostic, ...]]:
    """Return the templates, and what is wrong with their files. before: of the last run, in the same language."""
    known = {} if before is None else before.renderer.sources
    found = standing_sources(options, known) if keep_good else template_sources(options)
    same = before is not None and known == found.sources
    return before.renderer if before is not None and same else Renderer(found.sources, words), found.problems


def _tried(
    renderer: Renderer, site: Site, options: Options, before: Snapshot | None
) -> tuple[Renderer | None, tuple[Diagnostic, ...]]:
    """Return templates that stand in for those that fail, and what is wrong with these.

    One page of each kind whose template changed is rendered to find out, once for each state of the templates.
    """
    if before is not None and before.renderer is renderer and before.good is not None:
        return before.good, before.failed
    known = {} if before is None or before.good is None else before.good.sources
    changed = (name for name, source in renderer.sources.items() if known.get(name) != source)
    kinds = kinds_of(renderer.sources, changed)
    samples = [unit for kind, unit in _samples(site).items() if kind in kinds]
    failed = render_batch((PageMaker(site, renderer, None, options.root), _nothing), samples).problems
    if not failed:
        return renderer, ()
    good = None if before is None else before.good
    return good if good is not None else Renderer(built_in_sources(), site.words), failed


def _samples(site: Site) -> dict[str, Unit]:
    """Return one page unit for each kind of page, the last of its kind: any would do."""
    return {unit[1] or unit[0] if unit[0] == "explore" else unit[0]: unit for unit in all_units(site)}


def _nothing(page: Page, markdown: str) -> None:
    """Record no questions: the page is only tried."""


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """The pages by path.

    Attributes:
        files: What lies beside them, by path: pictures, and the site in other forms.
    """

    snapshot: Snapshot
    pages: Mapping[str, Written]
    files: Mapping[str, bytes]

    @property
    def site(self) -> Site:
        return self.snapshot.site


def write_site(options: Options, progress: Progress = silent) -> tuple[WrittenSite, tuple[Diagnostic, ...]]:
    """Return every page with its Markdown, and what lies beside them where the site has another theme than ours."""
    snapshot = make_snapshot(options, progress=progress)
    rendered = render_units(list(all_units(snapshot.site)), snapshot, Written, options.executor, progress)
    pages = {written.page.path: written for unit in rendered.units for written in unit.results}
    site = WrittenSite(snapshot, pages, dict(write_files(snapshot, themed=False)))
    return site, in_order((*snapshot.problems, *rendered.problems))


def write_home(snapshot: Snapshot, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return what stands at the home mark of the hand-written page `path`, as Markdown."""
    page, problem = render_page(home_page(SiteView(snapshot.site), path), snapshot)
    return page or "", () if problem is None else (problem,)


def answer_digests(snapshot: Snapshot) -> Callable[[Dependency], str]:
    """Return what tells the present answer to a question of pages from any other; each is worked out once."""
    view, digest = SiteView(snapshot.site), site_digests(source_digests(snapshot.stages.read))
    return remembered(lambda dependency: digest(ask_again(view, dependency)))


def render_exports(units: Iterable[Unit], snapshot: Snapshot, finish: Callable[[str, bytes], R]) -> RenderedUnits[R]:
    """Make the files of some exports, and record what they rest on. finish: gets each path, and what the file holds."""
    numbers: dict[Dependency, int] = {}
    rendered: list[RenderedUnit[R]] = []
    for unit in units:
        asked: set[Dependency] = set()
        result = finish(*unit_file(SiteView(snapshot.site, asked.add), unit))
        own = tuple([numbers.setdefault(dependency, len(numbers)) for dependency in asked])
        rendered.append(RenderedUnit(unit, (result,), own))
    return RenderedUnits(tuple(rendered), tuple(numbers))


def write_files(snapshot: Snapshot, *, themed: bool) -> Iterator[tuple[str, bytes]]:
    """Yield what lies in the site beside the pages, by path: the pictures that articles show, and the exports.

    themed: whether the site has our theme.
    """
    for name in snapshot.site.collection.pictures:
        content = picture_content(snapshot, name)
        if content is not None:
            yield name, content
    yield from export_files(SiteView(snapshot.site), themed=themed)


def picture_content(snapshot: Snapshot, name: str) -> bytes | None:
    """Return what lies at `name` of the site, where that is a picture; None too if its file is another by now."""
    file = snapshot.site.collection.pictures.get(name)
    if file is None:
        return None
    try:
        picture = read_picture(snapshot.root / on_disk(file))
    except NotAPicture:
        return None
    return picture.content if picture_name(picture) == name else None


def render_units(
    units: Sequence[Unit], snapshot: Snapshot, finish: Finish[R], executor: str, progress: Progress = silent
) -> RenderedUnits[R]:
    """Make the pages of some units, in their order, by the workers of `executor`, and record what they rest on.

    Raises `WorkersError`.
    """
    batches = [units[start : start + BATCH] for start in range(0, len(units), BATCH)]
    results: Iterator[RenderedUnits[R]] = run_batches(executor, render_batch, (_maker(snapshot), finish), batches)
    return joined(_by_unit(results, batches, progress))


def _by_unit(results: Iterable[T], batches: Sequence[Sequence[Unit]], progress: Progress) -> Iterator[T]:
    """Yield the result of each batch, and tell how many units are done."""
    done, total = 0, sum(map(len, batches))
    progress("making pages", done, total)
    for result, batch in zip(results, batches, strict=True):
        yield result
        done += len(batch)
        progress("making pages", done, total)


def pages_of(unit: Unit, snapshot: Snapshot, asked: set[Dependency] | None = None) -> Iterator[Page]:
    """Yield the pages of a unit, one by one.

    Args:
        asked: A set to which the questions of the pages are added, as far as these were made.
    """
    view = SiteView(snapshot.site) if asked is None else SiteView(snapshot.site, asked.add)
    return unit_pages(view, unit)


def render_page(page: Page, snapshot: Snapshot, *, built_in: bool = False) -> tuple[str | None, Diagnostic | None]:
    """Return the Markdown of a page, None where its template fails and none stands for it; and what is wrong with it.

    Args:
        built_in: Whether the package's own template may stand in for it.
    """
    markdown, problem = _maker(snapshot).markdown(page)
    if markdown is None and built_in:
        markdown, _ = _maker(replace(snapshot, renderer=Renderer(built_in_sources(), snapshot.site.words))).markdown(
            page
        )
    return markdown, problem


def _maker(snapshot: Snapshot) -> PageMaker:
    return PageMaker(snapshot.site, snapshot.renderer, snapshot.good, snapshot.root)
