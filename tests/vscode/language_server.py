"""The YAML language server that editors run (npm: yaml-language-server), spoken to as an editor does."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SERVER = shutil.which("yaml-language-server")


class Editor:
    """An editor with one folder open. settings: what is below `yaml` in its settings."""

    def __init__(self, root: Path, process: subprocess.Popen[bytes], settings: dict[str, Any]) -> None:
        self._root, self._process, self._settings = root, process, settings
        self._asked = 0
        self._marked: dict[str, list[Any]] = {}
        capabilities = {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
            "workspace": {"configuration": True},
        }
        folder = {"uri": root.as_uri(), "name": root.name}
        self._ask(
            "initialize", processId=None, rootUri=root.as_uri(), capabilities=capabilities, workspaceFolders=[folder]
        )
        self._send(method="initialized", params={})
        self._pulled = False
        self._send(method="workspace/didChangeConfiguration", params={"settings": None})
        while not self._pulled:
            self._answer(self._read())

    def marks(self, path: str, text: str) -> list[tuple[int, str]]:
        """Open a file, for the first time; return the lines (1-based) that are marked, with what is said of them."""
        uri = (self._root / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        while uri not in self._marked:
            self._answer(self._read())
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self._marked.pop(uri)]

    def proposals(self, path: str, line: int, column: int) -> list[str]:
        """Return what is proposed at a place (1-based) of a file that is open."""
        position = {"line": line - 1, "character": column - 1}
        document = {"uri": (self._root / path).as_uri()}
        found = self._ask("textDocument/completion", textDocument=document, position=position)
        return [item["label"] for item in found["items"]]

    def hover(self, path: str, line: int, column: int) -> str:
        """Return what is said of a place (1-based) of a file that is open."""
        position = {"line": line - 1, "character": column - 1}
        document = {"uri": (self._root / path).as_uri()}
        found = self._ask("textDocument/hover", textDocument=document, position=position)
        return "" if found is None else str(found["contents"]["value"])

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=params)
        while "method" in (message := self._read()) or message.get("id") != self._asked:
            self._answer(message)
        return message["result"]

    def _answer(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marked[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            self._pulled = True
            sections = (item["section"] for item in message["params"]["items"])
            self._send(id=message["id"], result=[self._settings if one == "yaml" else None for one in sections])
        elif "id" in message and "method" in message:
            self._send(id=message["id"], result=None)

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


@contextmanager
def editing(root: Path, **settings: Any) -> Iterator[Editor]:
    """Open a folder in an editor. settings: what is below `yaml` in its settings."""
    assert SERVER is not None
    command = [SERVER, "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Editor(root, process, settings)
        finally:
            process.kill()
