"""The order of the stages. Start reading here.

    read ─► validate ─► link ─► index ─► pages, data files

Every stage is a function from values to values, and yields diagnostics beside them; the two doors (`cli`,
`plugin`) print these and write or serve the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config import Options
from generator.diagnostics import Diagnostic, Place, Severity, in_order
from generator.export.data_files import data_files
from generator.index.corpus import make_index
from generator.link.corpus import link_collection
from generator.model.collection import Collection, LinkedCorpus
from generator.model.pages import Page
from generator.model.shape import Atlas
from generator.pages.all import all_pages
from generator.pages.home import home_page
from generator.pages.render import BadTemplate, Renderer
from generator.pages.site import Site
from generator.read.files import read_files
from generator.read.shapes import built_in_atlas
from generator.read.territories import built_in_territories
from generator.resources import templates_folder
from generator.validate.collection import make_collection
from generator.validate.last_good import with_last_good
from generator.validate.records import Records, check_files


@dataclass(frozen=True, slots=True)
class Written:
    """A page and its Markdown."""

    page: Page
    markdown: str


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """The pages by path. data: what the theme's scripts read, by path. rendered: how many pages were rendered anew.
    signature: of the templates they come from.

    records: as they were read, private ones too: what a broken one may fall back to.
    """

    records: Records
    site: Site
    pages: Mapping[str, Written]
    data: Mapping[str, str]
    rendered: int
    signature: str


def read_records(options: Options) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Read everything below the data folder, each record on its own."""
    files, unread = read_files(options.data_folder, options.root, max_size=options.max_file_size)
    records, invalid = check_files(files)
    return records, (*unread, *invalid)


def read_collection(options: Options) -> tuple[Collection, tuple[Diagnostic, ...]]:
    """Read and validate everything below the data folder."""
    records, problems = read_records(options)
    collection, unresolved = make_collection(records, built_in_territories(), options.now)
    return collection, (*problems, *unresolved)


def link(options: Options) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Read, validate and link the collection. The diagnostics are in order."""
    collection, problems = read_collection(options)
    corpus, unlinked = link_collection(collection)
    return corpus, in_order((*problems, *unlinked))


def write_site(
    options: Options, previous: WrittenSite | None = None, *, keep_good: bool = False
) -> tuple[WrittenSite, tuple[Diagnostic, ...]]:
    """Return every page as Markdown. Pages that are the same as in `previous` are taken from there.

    keep_good: what is broken now stays as it was in `previous`, records and pages.
    """
    records, problems = read_records(options)
    if keep_good and previous is not None:
        records = with_last_good(records, previous.records)
    collection, unresolved = make_collection(records, built_in_territories(), options.now)
    corpus, unlinked = link_collection(collection)
    site = Site(make_index(corpus), built_in_atlas() if options.maps else Atlas({}, {}))
    renderer = page_renderer(options)
    before = previous.pages if previous is not None else {}
    known = before if previous is not None and previous.signature == renderer.signature else {}
    written, failed = _render(all_pages(site), renderer, known, options.root, fallback=before if keep_good else {})
    fresh = sum(before.get(path) is not page for path, page in written.items())
    new = WrittenSite(records, site, written, data_files(site), fresh, renderer.signature)
    return new, in_order((*problems, *unresolved, *unlinked, *failed))


def write_home(site: Site, options: Options, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return what stands at the home mark of the hand-written page `path`, as Markdown."""
    written, failed = _render([home_page(site, path)], page_renderer(options), {}, options.root, fallback={})
    return (written[path].markdown if path in written else ""), failed


def page_renderer(options: Options) -> Renderer:
    """Return the renderer of the page templates, the user's own before those of the package."""
    return Renderer([options.templates_folder / "pages", templates_folder() / "pages"])


def _render(
    pages: Iterable[Page],
    renderer: Renderer,
    known: Mapping[str, Written],
    root: Path,
    *,
    fallback: Mapping[str, Written],
) -> tuple[dict[str, Written], tuple[Diagnostic, ...]]:
    """Render the pages that are not known. A template that fails is reported once, and its pages are left out.

    fallback: what stands for a page whose template fails.
    """
    written: dict[str, Written] = {}
    failed: dict[str, Diagnostic] = {}
    for page in pages:
        same = known.get(page.path)
        if same is not None and same.page == page:
            written[page.path] = same
        elif page.kind not in failed:
            try:
                written[page.path] = Written(page, renderer.render(page))
            except BadTemplate as bad:
                failed[page.kind] = _bad_template(bad, root)
        if page.kind in failed and page.path in fallback:
            written[page.path] = fallback[page.path]
    return written, tuple(failed.values())


def _bad_template(bad: BadTemplate, root: Path) -> Diagnostic:
    path = Path(bad.path)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    hint = "the manual's page on templates lists what a page holds"
    return Diagnostic(Place(shown, bad.line), "bad-template", bad.problem, hint)


def has_errors(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether there is an error among them, or with `strict` anything at all."""
    return any(strict or d.severity is Severity.ERROR for d in diagnostics)
