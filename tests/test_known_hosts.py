"""A real `mkdocs serve`, asked by names that are not this computer's: as by a page of somebody else's in a browser."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import needs_chromium, served
from tests.faults import FILES, SETTINGS
from tests.processes import PATIENCE, Server, run, serving
from tests.small_project import put, small_project

PATHS = (
    *("/", "/small/", "/small/actors/ann/", "/small/dossier/names.js", "/small/dossier/serve/state", "/nowhere"),
    *("/small/dossier/serve/banner.js", "/small/nowhere/", "/livereload/0/0", "//small/", "/small/../small/"),
)
"""A page of each kind, what the banner reads, what MkDocs' own pages read, what is not there."""

KNOWN = (
    *("localhost", "localhost:8000", "LocalHost:8000", "localhost.", "a.localhost", "a.b.localhost:1", "localhost:"),
    *(
        "127.0.0.1",
        "127.0.0.1:8000",
        "127.9.9.9",
        "0.0.0.0:8000",
        "192.168.1.7:8000",
        "10.0.0.1",
        "[::1]",
        "[::1]:8000",
    ),
    *("[FE80::1]", "[fe80::1%25eth0]:8000", "[::ffff:127.0.0.1]", "box.local", "BOX.local.:8000"),
    *("fuzzy-disco-8000.app.github.dev", "a.b.app.github.dev:443"),
)
UNKNOWN = (
    *(
        "attacker.example",
        "attacker.example:8000",
        "localhost.attacker.example",
        "notlocalhost",
        ".localhost",
        "localhost..",
    ),
    *(
        "127.0.0.1.attacker.example",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "127.0.0.1.attacker.example:8000",
        "1.2.3.4.5",
    ),
    *("localhost@attacker.example", "attacker.example@localhost", "user:pw@localhost", "localhost:8000@a.example", ""),
    *(
        ":8000",
        "localhost/",
        "localhost attacker.example",
        "localhost,attacker.example",
        "localhost\tx",
        "http://localhost",
    ),
    *(
        "::1",
        "[::1",
        "::1]",
        "[::1].attacker.example",
        "[attacker.example]",
        "[127.0.0.1]",
        "[]",
        "localhost:x",
        "local.host",
    ),
    *("app.github.dev", "evilapp.github.dev", "x.app.github.dev.attacker.example", "other.local", "box.local.example"),
    *("my.box.local", "ｌocalhost", "localhost\xa0", "*.app.github.dev", "*", "a" * 300 + ".localhost"),
)


def ask(server: Server, request: str) -> tuple[int, str]:
    """Send a request as it is written; return the status, and all that comes back."""
    host, _, port = server.address.removeprefix("http://").rpartition(":")
    with socket.create_connection((host, int(port)), PATIENCE) as connection:
        connection.sendall(request.encode("utf-8", "surrogateescape"))
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    found = re.match(rb"HTTP/1\.[01] ([0-9]{3}) ", answer)
    return int(found[1]) if found else 0, answer.decode("utf-8", "replace")


def by(host: str, path: str = "/small/") -> str:
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_project(tmp_path_factory.mktemp("hosts"), FILES)
    options = "{search: false, drafts: true, serve_hosts: [box.local, '*.App.GitHub.dev']}"
    put("mkdocs.yml", SETTINGS.replace("{search: false}", options))(project)
    put("data/actors/ann.yml", "name: Ann Secret\ntype: person\nstatus: draft\n")(project)
    put("data/actors/bad.yml", "name: Wrong Secret\ntype: nothing\nstatus: draft\n")(project)
    return project


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Server]:
    with serving(project) as server:
        server.wait_for("small/actors/ann/", lambda page: "Ann Secret" in page)
        yield server


def test_by_a_name_of_this_computer_each_page_is_answered(server: Server) -> None:
    for host in KNOWN:
        assert ask(server, by(host))[0] == 200, host
    assert [ask(server, by("localhost", path))[0] for path in PATHS] == [
        *(302, 200, 200, 200, 200, 404),
        *(200, 404, 200, 200, 404),
    ]


@pytest.mark.promise("own-hosts")
def test_by_any_other_name_nothing_is_answered(server: Server) -> None:
    for host in UNKNOWN:
        status, answer = ask(server, by(host))
        assert status == 403 and "Secret" not in answer and "Served" not in answer, host
    for path in PATHS:
        status, answer = ask(server, by("attacker.example", path))
        assert status == 403 and "Secret" not in answer and "data/actors" not in answer, path


REQUESTS = {
    "without a host": "GET /small/ HTTP/1.1\r\n\r\n",
    "of old": "GET /small/ HTTP/1.0\r\n\r\n",
    "of very old": "GET /small/\r\n",
    "with two hosts": "GET /small/ HTTP/1.1\r\nHost: localhost\r\nHost: attacker.example\r\n\r\n",
    "with one host twice": "GET /small/ HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
    "with a host that goes on": "GET /small/ HTTP/1.1\r\nHost: localhost\r\n attacker.example\r\n\r\n",
    "with a whole address": "GET http://attacker.example/small/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "with a whole address of ours": "GET http://localhost/small/ HTTP/1.1\r\nHost: attacker.example\r\n\r\n",
    "with another scheme": "GET ftp://attacker.example/small/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "for another server": "CONNECT attacker.example:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "for no path": "GET small/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "for the server": "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "that sends": "POST /small/ HTTP/1.1\r\nHost: attacker.example\r\nContent-Length: 0\r\n\r\n",
    "for the head": "HEAD /small/ HTTP/1.1\r\nHost: attacker.example\r\n\r\n",
    "that was led on": "GET /small/ HTTP/1.1\r\nHost: attacker.example\r\nX-Forwarded-Host: localhost\r\n\r\n",
}


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_request_that_names_no_host_or_several_is_refused(request_: str, server: Server) -> None:
    status, answer = ask(server, REQUESTS[request_])
    assert "Served" not in answer and "Secret" not in answer
    assert status == 403 or (request_ == "of very old" and "<h1>This preview" in answer)


def test_who_is_refused_is_told_which_option_to_set(server: Server) -> None:
    answer = ask(server, by("Box2.local:8000"))[1]
    assert "does not answer to “box2.local”" in answer and "serve_hosts: ['box2.local']</pre>" in answer
    answer = ask(server, by("\"><script>alert(1)</script>&'" + "x" * 999))[1]
    assert "&quot;&gt;&lt;script&gt;alert(1)" in answer and "<script" not in answer and "xx…" in answer
    assert "serve_hosts:" not in answer and "x" * 200 not in answer
    assert "without a host" in ask(server, by(""))[1]


def test_a_host_that_is_added_to_the_option_is_answered_without_a_new_start(project: Path, server: Server) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert ask(server, by("late.local"))[0] == 403
    with server.turning("small/", lambda _: ask(server, by("late.local"))[0] == 200):
        put("mkdocs.yml", settings.replace("box.local", "box.local, late.local"))(project)
    with server.turning("small/", lambda page: "late.local:80" in page):
        put("mkdocs.yml", settings.replace("box.local", "box.local, 'http://late.local:80'"))(project)
    assert ask(server, by("late.local"))[0] == 200  # of the last settings that were right
    with server.turning("small/", lambda _: ask(server, by("late.local"))[0] == 403):
        put("mkdocs.yml", settings)(project)


@pytest.mark.parametrize("options", [("--no-livereload",), ("--no-livereload", "--clean"), ("--clean",)])
def test_however_it_is_served_other_names_are_refused(options: tuple[str, ...], tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    put("mkdocs.yml", SETTINGS.replace("{search: false}", "{search: false, serve_hosts: [box.local]}"))(project)
    with serving(project, *options) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        assert [ask(server, by(host))[0] for host in ("localhost", "box.local", "attacker.example", "")] == [
            *(200, 200, 403, 403)
        ]


def test_with_another_theme_too_other_names_are_refused(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    put("mkdocs.yml", SETTINGS.replace("{name: dossier}", "{name: mkdocs}"))(project)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<body" in page)
        assert [ask(server, by(host))[0] for host in ("localhost", "attacker.example")] == [200, 403]


@pytest.mark.parametrize("hosts", ["['http://box.local']", "['*']", "box.local"])
def test_an_option_that_names_no_hosts_is_refused_with_what_was_expected(hosts: str, tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    put("mkdocs.yml", SETTINGS.replace("{search: false}", f"{{serve_hosts: {hosts}}}"))(project)
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "option 'serve_hosts" in done.stderr and re.search("expected|Expected", done.stderr)


@pytest.mark.promise("own-hosts")
@pytest.mark.browser
@needs_chromium
def test_a_page_of_another_site_can_load_nothing_of_the_preview(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    names, own = f"{server.address}/small/dossier/names.js", f"{server.address}/small/"
    (tmp_path / "index.html").write_text(f'<body><script src="{names}"></script>', encoding="utf-8")
    reads = "Object.keys(globalThis).filter((name) => name.startsWith('dossier'))"
    page = browser.new_page()
    with served(tmp_path) as elsewhere:
        page.goto(elsewhere)
        assert page.evaluate(reads) == []
        page.goto(own)
        page.add_script_tag(url=names)
        assert page.evaluate(reads) != []
    page.close()
