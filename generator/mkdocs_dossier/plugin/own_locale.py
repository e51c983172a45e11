"""The theme's setting `locale` under our theme: the language that pages are said to be in.

MkDocs looks for its own kind of translations of the theme then, and warns where it finds none: `--strict` would fail
for every language but English. Our theme takes its texts from the catalogue of the option `language`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_SAID = "No translations could be found for the locale"
_LOG = logging.getLogger("mkdocs.localization")


def _is_of_use(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_SAID)


def allow_any_locale(config: MkDocsConfig) -> None:
    """Let MkDocs not warn of a locale under our theme, and do so again under others."""
    if config.theme.name == "dossier":
        _LOG.addFilter(_is_of_use)
    else:
        _LOG.removeFilter(_is_of_use)
