"""What would keep `mkdocs build` from starting, and what it would warn of. MkDocs says the same, but only once it is
started, which takes half a second, and without the line.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.near_names import did_you_mean
from mkdocs_dossier.read.site_settings import SiteSettings, plugin_settings, plugins_of

PLUGIN_OPTIONS: dict[str, type] = {
    "data_dir": str,
    "templates_dir": str,
    "max_file_size": int,
    "search": bool,
    "maps": bool,
    "executor": str,
    "drafts": bool,
    "language": str,
    "serve_hosts": list,
}
"""The options of the plugin `dossier`. A test holds that they are those of `plugin/settings.py`."""

_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("site_name", "site_description", "site_author", "copyright", "repo_name", "edit_uri"), (str,)),
    **dict.fromkeys(("docs_dir", "site_dir", "remote_branch", "remote_name"), (str,)),
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav", "edit_uri_template"), (str,)),
    **dict.fromkeys(("use_directory_urls", "strict"), (bool,)),
    **dict.fromkeys(("nav", "hooks", "watch", "extra_css", "extra_templates", "extra_javascript"), (list,)),
    **dict.fromkeys(("extra", "validation"), (dict,)),
    **dict.fromkeys(("plugins", "markdown_extensions"), (list, dict)),
    "theme": (str, dict),
    "site_url": (str,),
    "repo_url": (str,),
    "dev_addr": (str,),
}
"""What MkDocs takes for each of its settings."""

_KNOWN = (*_TYPES, "pages", "google_analytics", "mdx_configs")

_SAYS = {str: "a text", int: "a number", bool: "true or false", list: "a list", dict: "a mapping"}


def site_faults(site: SiteSettings) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the settings of a site, or why they cannot be read; nothing where there are none."""
    if site.problems or not site.path.exists():
        return site.problems
    return tuple(_all(site))


def option_faults(site: SiteSettings) -> tuple[Diagnostic, ...]:
    """Return why it cannot be known which options the plugin has; nothing where they are known, or are the defaults."""
    if site.problems:
        return site.problems
    faults = (*_typed(site, "plugins"), *_shape_of_plugins(site), *_options(site))
    return tuple(fault for fault in faults if fault.code == "site-error")


def _all(site: SiteSettings) -> Iterator[Diagnostic]:
    values = site.values
    if values.get("site_name") is None:
        yield _error(site, ("site_name",), "'site_name' is missing", "give the site a name: site_name: My dossiers")
    for key in values:
        if key == "pages" and values[key] is not None:
            yield _error(site, (key,), "MkDocs knows 'pages' no more", "call it 'nav'")
        elif key not in _KNOWN:
            hint = did_you_mean(str(key), _KNOWN, otherwise="remove it, or move it below 'extra'")
            yield _warning(site, (str(key),), f"MkDocs knows no setting '{key}'", hint)
        else:
            yield from _typed(site, key)
    yield from _addresses(site)
    yield from _folders(site)
    yield from _theme(site)
    yield from _nav(site, values.get("nav"), top=True)
    yield from _shape_of_plugins(site)
    yield from _options(site)
    yield from _installed(site)
    for key, is_there, what in (("hooks", os.path.isfile, "file"), ("watch", os.path.exists, "file or folder")):
        paths = values.get(key)
        for path in paths if isinstance(paths, list) else ():
            if not isinstance(path, str) or not is_there(site.path.parent / path):
                yield _error(site, (key,), f"'{key}' names '{path}', and there is no such {what}", "correct the path")


def _typed(site: SiteSettings, key: str) -> Iterator[Diagnostic]:
    value, taken = site.values.get(key), _TYPES.get(key, ())
    if value is not None and taken and not isinstance(value, taken):
        yield _error(site, (key,), f"'{key}' has to be {' or '.join(_SAYS[kind] for kind in taken)}")


def _addresses(site: SiteSettings) -> Iterator[Diagnostic]:
    for key in ("site_url", "repo_url"):
        value = site.values.get(key)
        if isinstance(value, str) and value and not _is_address(value):
            yield _error(site, (key,), f"'{key}' is no whole address", "begin it with https://")
    address = site.values.get("dev_addr")
    if isinstance(address, str) and not _is_socket(address):
        yield _error(site, ("dev_addr",), "'dev_addr' is no address with a port", "write 127.0.0.1:8000")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.scheme and parts.netloc)


def _is_socket(text: str) -> bool:
    host, colon, port = text.rpartition(":")
    try:
        int(port)
        if host != "localhost":
            ipaddress.ip_address(host[1:-1] if host.startswith("[") and host.endswith("]") else host)
    except ValueError:
        return False
    return bool(colon)


def _folders(site: SiteSettings) -> Iterator[Diagnostic]:
    given, output = site.values.get("docs_dir", "docs"), site.values.get("site_dir", "site")
    if not isinstance(given or "", str) or not isinstance(output or "", str):
        return
    base = os.path.abspath(site.path.parent)
    docs, built = (os.path.abspath(os.path.join(base, path)) for path in (given or "docs", output or "site"))
    if not os.path.isdir(docs):
        hint = "make it, with an index.md if you like; Git keeps no empty folder"
        yield _error(site, ("docs_dir",), f"there is no folder '{given or 'docs'}'", hint)
    elif docs == base:
        yield _error(site, ("docs_dir",), "'docs_dir' is the folder of the settings itself", "name one below it")
    if _holds(built, docs) or _holds(docs, built):
        yield _error(site, ("site_dir",), "'site_dir' and 'docs_dir' lie in one another", "keep them apart")


def _holds(outer: str, inner: str) -> bool:
    return (inner + os.sep).startswith(outer.rstrip(os.sep) + os.sep)


def _theme(site: SiteSettings) -> Iterator[Diagnostic]:
    theme = site.values.get("theme")
    if isinstance(theme, str):
        theme = {"name": theme}
    if not isinstance(theme, dict):
        return
    if "name" not in theme:
        yield _error(site, ("theme",), "'theme' has no name", "write name: dossier, or name: null for your own")
        return
    name, folder = theme["name"], theme.get("custom_dir")
    if not name and "custom_dir" not in theme:
        yield _error(site, ("theme", "name"), "'theme' has neither a name nor a 'custom_dir'", "write name: dossier")
    if "custom_dir" in theme and not (isinstance(folder, str) and (site.path.parent / folder).is_dir()):
        yield _error(site, ("theme", "custom_dir"), f"there is no folder '{folder}'", "correct 'custom_dir'")
    if "locale" in theme and not isinstance(theme["locale"], str):
        yield _error(site, ("theme", "locale"), "'locale' has to be a text")
    if name is not None and name not in ("dossier", "mkdocs", "readthedocs"):
        themes = _named("mkdocs.themes")
        if name not in themes:
            yield _missing(site, ("theme", "name"), f"the theme '{name}'", str(name), sorted(themes))


def _nav(site: SiteSettings, nav: Any, *, top: bool) -> Iterator[Diagnostic]:
    for item in nav if isinstance(nav, list) else ():
        if isinstance(item, dict) and len(item) == 1:
            (below,) = item.values()
            if isinstance(below, dict) and below:  # MkDocs takes it, and warns
                below = [{key: value} for key, value in below.items()]
            if isinstance(below, list):
                yield from _nav(site, below, top=False)
            elif not isinstance(below, str):
                yield _error(site, ("nav",), f"'nav' has no page for '{next(iter(item))}'", "give the path of one")
        elif not isinstance(item, str):
            hint = "write '- Title: page.md', each on a line of its own"
            yield _error(site, ("nav",), "'nav' has an entry that is no page", hint)


def _shape_of_plugins(site: SiteSettings) -> Iterator[Diagnostic]:
    plugins = site.values.get("plugins")
    for item in plugins if isinstance(plugins, list) else ():
        if not isinstance(item, str) and not (isinstance(item, dict) and len(item) == 1):
            hint = "write '- dossier', or '- dossier:' with its options indented below"
            yield _error(site, ("plugins",), "'plugins' has an entry that names no plugin, or several", hint)
    for name, options in plugins_of(site.values):
        if options and not isinstance(options, dict):
            message = f"the options of the plugin '{name}' are no mapping"
            yield _error(site, ("plugins", str(name)), message, "write each as 'name: value', indented below it")


def _options(site: SiteSettings) -> Iterator[Diagnostic]:
    options = plugin_settings(site.values)
    if options is None:
        message = "the plugin 'dossier' is not among the 'plugins': MkDocs makes no dossiers"
        yield _warning(site, ("plugins",), message, "write '- dossier' below 'plugins:'")
        return
    for key, value in options.items():
        place = ("plugins", "dossier", str(key))
        if key == "enabled":
            if value is False:
                yield _warning(site, place, "the plugin 'dossier' is switched off: MkDocs makes no dossiers", "")
            elif not isinstance(value, bool):
                yield _error(site, place, "'enabled' has to be true or false")
        elif key not in PLUGIN_OPTIONS:
            hint = did_you_mean(str(key), PLUGIN_OPTIONS)
            yield _warning(site, place, f"the plugin 'dossier' has no option '{key}'", hint)
        elif value is not None and not isinstance(value, PLUGIN_OPTIONS[key]):
            yield _error(site, place, f"'{key}' has to be {_SAYS[PLUGIN_OPTIONS[key]]}")


def _installed(site: SiteSettings) -> Iterator[Diagnostic]:
    theme = site.values.get("theme")
    style = theme.get("name") if isinstance(theme, Mapping) else theme
    names = (name for name, _ in plugins_of(site.values))
    others = [name for name in names if isinstance(name, str) and name.lstrip("/") not in ("dossier", "search")]
    known = _named("mkdocs.plugins") if others else frozenset()
    for name in others:
        if name.lstrip("/") not in known and f"{style}/{name}" not in known:
            yield _missing(site, ("plugins", name), f"the plugin '{name}'", name, sorted(known))


def _named(group: str) -> frozenset[str]:
    """What the installed packages have in a group of entry points."""
    from importlib.metadata import entry_points  # slow to be imported, and few sites have another theme or plugin

    return frozenset(entry.name for entry in entry_points(group=group))


def _missing(site: SiteSettings, place: tuple[str, ...], what: str, name: str, known: list[str]) -> Diagnostic:
    """A warning: where the collection is checked, the site is perhaps not built."""
    hint = did_you_mean(name, known, otherwise="install it where the site is built")
    return _warning(site, place, f"{what} is not installed here: without it 'mkdocs build' does not start", hint)


def _error(site: SiteSettings, place: tuple[str, ...], message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(site.place(*place), "site-error", message, hint)


def _warning(site: SiteSettings, place: tuple[str, ...], message: str, hint: str) -> Diagnostic:
    return Diagnostic(site.place(*place), "site-warning", message, hint)
