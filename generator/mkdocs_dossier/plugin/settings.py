"""The plugin's options in `mkdocs.yml`, and what a build goes by."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError

from mkdocs_dossier.model.near_names import did_you_mean
from mkdocs_dossier.plugin.language import Language
from mkdocs_dossier.run.options import Options, executor_from, moment
from mkdocs_dossier.serve.known_hosts import HostName
from mkdocs_dossier.site_build.project_paths import settings_file
from mkdocs_dossier.site_build.run_settings import RunSettings
from mkdocs_dossier.words.catalogue import ENGLISH

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_EXTENSIONS = ("md_in_html", "tables", "attr_list")
"""What the generated Markdown needs where Python-Markdown renders it (at the home mark)."""

_OF_PAGES = (
    *("files", "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context"),
    "post_page",
)
"""By these events a plugin sees pages, or what becomes of them."""

_OF_TEMPLATES = ("pre_template", "template_context", "post_template")
"""By these one has to do with the templates that are no page's: of the sitemap, of what is missing."""


class DossierConfig(Config):  # type: ignore[no-untyped-call]
    data_dir = config_options.Type(str, default="data")
    templates_dir = config_options.Type(str, default="templates")
    max_file_size = config_options.Type(int, default=5_000_000)
    search = config_options.Type(bool, default=True)
    maps = config_options.Type(bool, default=True)
    executor = config_options.Type(str, default="auto")
    drafts = config_options.Type(bool, default=False)
    language = config_options.Optional(Language())
    serve_hosts = config_options.ListOfItems(HostName(), default=[])

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """As MkDocs does, and say what was meant by an option that there is not."""
        failed, warnings = super().validate()
        unknown = self.keys() - self._schema_keys
        hints = {key: did_you_mean(key, sorted(self._schema_keys)) for key in unknown}
        return failed, [(key, f"{text} {hints.get(key, '')}".rstrip()) for key, text in warnings]


def settings_from(own: DossierConfig, config: MkDocsConfig, plugin: object, *, drafts: bool) -> RunSettings:
    """Return what a build goes by. plugin: ours. drafts: whether private records are shown.

    Raises MkDocs' `PluginError` for an executor that there is not, or a moment that is none.
    """

    def is_ours_alone(*events: str) -> bool:
        heard = (method for event in events for method in config.plugins.events[event])
        return all(getattr(method, "__self__", None) is plugin for method in heard)

    return RunSettings(
        options=_options(own, config, drafts=drafts),
        search=own.search,
        hosts=tuple(own.serve_hosts),
        writes_pages=config.theme.name == "dossier" and is_ours_alone(*_OF_PAGES),
        tries_templates=is_ours_alone(*_OF_TEMPLATES),
        leaves_site=is_ours_alone("post_build"),
    )


def rewrites_files(config: MkDocsConfig) -> bool:
    """Whether a plugin replaces the files of a site by its own, each read from the docs folder, and drops all others.

    mkdocs-static-i18n does, in order to build each language.
    """
    return any(type(plugin).__module__.startswith("mkdocs_static_i18n") for plugin in config.plugins.values())


def _options(own: DossierConfig, config: MkDocsConfig, *, drafts: bool) -> Options:
    try:
        executor, now = executor_from(os.environ, own.executor), moment(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from error
    return Options(
        root=settings_file(config).absolute().parent.resolve(),
        now=now,
        data_dir=own.data_dir,
        templates_dir=own.templates_dir,
        max_file_size=own.max_file_size,
        maps=own.maps,
        executor=executor,
        drafts=drafts,
        language=own.language or ENGLISH,
    )


def add_extensions(config: MkDocsConfig) -> None:
    """Let Python-Markdown understand what stands at the home mark."""
    for extension in _EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)


def add_own_theme(config: MkDocsConfig, options: Options) -> None:
    """Let the user's files lie over those of our theme; MkDocs has `custom_dir` for the other themes."""
    own = options.theme_folder
    if config.theme.name == "dossier" and own.is_dir() and str(own) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(own))
