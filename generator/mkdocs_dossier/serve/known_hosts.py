"""Lets the preview answer only to names that are this computer's own, and only to its own pages.

Anyone can let a name of theirs point to 127.0.0.1, so that a page of theirs which is open in the same browser may read
all that is served there, drafts too ("DNS rebinding"): the browser takes both for one site. Only the name that it asks
for, in the header `Host`, tells the two apart. Other sites' pages may also load a file as a script of their own.
"""

from __future__ import annotations

import html
import ipaddress
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import Type

if TYPE_CHECKING:
    from types import FrameType

OPTION = "serve_hosts"
"""The option that names further hosts."""

_LABELS = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*"
_HOST = re.compile(r"(?=.{1,260}\Z)" rf"(?:\[(?P<six>[0-9a-z:.%_-]+)\]|(?P<name>{_LABELS})\.?)(?::[0-9]*)?", re.ASCII)
_OPTION_HOST = re.compile(r"(?=.{1,260}\Z)" rf"(?:\*\.)?{_LABELS}")
_ALWAYS = ("localhost", "*.localhost")

_LONGEST = 100
"""Characters that are shown of a name."""

_OWN_PAGES_ALONE = ("Cross-Origin-Resource-Policy", "same-origin")
"""Keeps what is served from being loaded by pages of other sites."""

App = Callable[[dict[str, Any], Any], Iterable[bytes]]
"""A WSGI application."""


class HostName(Type[str]):
    """A host's name in the plugin's options; `*.` before it stands for whatever comes before."""

    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        name = super().run_validation(value).lower().removesuffix(".")
        if _OPTION_HOST.fullmatch(name) is None:
            raise ValidationError(
                f"{value!r} is no name of a host: expected one such as 'box.local', or '*.app.github.dev' for all"
                " names that end so; without 'http://', port and path"
            )
        return name


def is_known(host: str, named: Sequence[str]) -> bool:
    """Tell whether `host`, as a request names it, is localhost, an address, or one of the hosts in the option.

    A name that is an address is no name that anyone could let point elsewhere.
    """
    found = _HOST.fullmatch(host.lower())
    if found is None:
        return False
    if found["six"] is not None:
        return _is_address(found["six"], ipaddress.IPv6Address)
    return _is_address(found["name"], ipaddress.IPv4Address) or any(
        _stands_for(pattern, found["name"]) for pattern in (*_ALWAYS, *named)
    )


def _is_address(text: str, kind: Callable[[str], object]) -> bool:
    try:
        kind(text)
    except ValueError:
        return False
    return True


def _stands_for(pattern: str, name: str) -> bool:
    return name.endswith(pattern[1:]) if pattern.startswith("*.") else name == pattern


def guarded(app: App, named: Callable[[], Sequence[str]]) -> App:
    """Return the application that answers to known hosts alone.

    Args:
        named: Says which hosts the option names now.
    """

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        def begin(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start(status, [*headers, _OWN_PAGES_ALONE], *rest)

        unknown = [host for host in _asked_for(environ) if not is_known(host, named())]
        return app(environ, begin) if not unknown else _refusal(unknown[0], begin)

    return answer


def _asked_for(environ: dict[str, Any]) -> Iterable[str]:
    """Yield each host that a request names: in its header, and in its target where that is a whole address."""
    yield environ.get("HTTP_HOST", "")
    target: str = environ["PATH_INFO"]
    if not target.startswith("/"):
        yield target.partition("://")[2].partition("/")[0]


def _refusal(host: str, start: Any) -> Iterable[bytes]:
    content = _page(host).encode("utf-8", "replace")
    start("403 Forbidden", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))])
    return [content]


def _page(host: str) -> str:
    found = _HOST.fullmatch(host.lower())
    name = None if found is None else found["name"]
    shown = html.escape(name or (host if len(host) <= _LONGEST else f"{host[:_LONGEST]}…"))
    title = f"This preview does not answer to “{shown}”" if host else "This preview does not answer without a host"
    advice = (
        "<p>If this is a name of your own computer, or of a service that leads to it, add it to the plugin’s option"
        f" <code>{OPTION}</code> in <code>mkdocs.yml</code>, and load this page again:</p>"
        f"<pre>plugins:\n  - dossier:\n      {OPTION}: ['{shown}']</pre>"
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<h1>{title}</h1><p>It may show what is not published, so it answers to <code>localhost</code>, to addresses"
        " such as <code>127.0.0.1</code>, and to names that it was told of.</p>"
        f"{advice if name else ''}</body></html>"
    )


def guard_own_server(frame: FrameType | None, named: Callable[[], Sequence[str]]) -> bool:
    """Guard a server that MkDocs shows to no plugin; return whether anything is served at all.

    With `--no-livereload` MkDocs serves all the same, though no plugin is told of the server. It is found among the
    callers of its build.

    Args:
        frame: The frame of whoever builds.
    """
    module = sys.modules.get("mkdocs.livereload")
    while frame is not None and module is not None:
        for value in frame.f_locals.values():
            if isinstance(value, module.LiveReloadServer):
                if value.get_app() == value.serve_request:
                    value.set_app(guarded(value.serve_request, named))
                return True
        frame = frame.f_back
    return False
