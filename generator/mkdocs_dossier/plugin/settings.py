"""The plugin's options in `mkdocs.yml`, and what they make of `Options`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError

from mkdocs_dossier.model.near_names import did_you_mean
from mkdocs_dossier.run.options import Options, executor_from, moment
from mkdocs_dossier.serve.known_hosts import HostName
from mkdocs_dossier.site_build.project_paths import ProjectPaths

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_EXTENSIONS = ("md_in_html", "tables", "attr_list")
"""What the generated Markdown needs where Python-Markdown renders it (at the home mark)."""


class DossierConfig(Config):  # type: ignore[no-untyped-call]
    data_dir = config_options.Type(str, default="data")
    templates_dir = config_options.Type(str, default="templates")
    max_file_size = config_options.Type(int, default=5_000_000)
    search = config_options.Type(bool, default=True)
    maps = config_options.Type(bool, default=True)
    executor = config_options.Type(str, default="auto")
    drafts = config_options.Type(bool, default=False)
    serve_hosts = config_options.ListOfItems(HostName(), default=[])

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """As MkDocs does, and say what was meant by an option that there is not."""
        failed, warnings = super().validate()
        unknown = self.keys() - self._schema_keys
        hints = {key: did_you_mean(key, sorted(self._schema_keys)) for key in unknown}
        return failed, [(key, f"{text} {hints.get(key, '')}".rstrip()) for key, text in warnings]


def options_from(own: DossierConfig, config: MkDocsConfig, *, drafts: bool) -> Options:
    """Return the options. Raises MkDocs' `PluginError` for an executor that there is not, or a moment that is none."""
    try:
        executor, now = executor_from(os.environ, own.executor), moment(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from error
    return Options(
        root=_settings_file(config).absolute().parent.resolve(),
        now=now,
        data_dir=own.data_dir,
        templates_dir=own.templates_dir,
        max_file_size=own.max_file_size,
        maps=own.maps,
        executor=executor,
        drafts=drafts,
    )


def project_paths_of(config: MkDocsConfig) -> ProjectPaths:
    """Return where the files of the project lie."""
    settings = _settings_file(config).absolute()
    return ProjectPaths(settings.resolve().parent, settings, Path(config.docs_dir).absolute())


def folders_of(options: Options) -> list[Path]:
    """Return the user's own folders, of data, templates and templates of the theme; they need not be there."""
    return [options.data_folder, options.templates_folder, options.templates_folder / "theme"]


def add_extensions(config: MkDocsConfig) -> None:
    """Let Python-Markdown understand what stands at the home mark."""
    for extension in _EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)


def add_own_theme(config: MkDocsConfig, options: Options) -> None:
    """Let the user's files lie over those of our theme; MkDocs has `custom_dir` for the other themes."""
    own_theme = options.templates_folder / "theme"
    if config.theme.name == "dossier" and own_theme.is_dir() and str(own_theme) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(own_theme))


def _settings_file(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml")
