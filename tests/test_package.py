"""The wheel: what is installed is the whole tool."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT


def test_the_wheel_holds_the_templates_the_theme_and_the_data_tables(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (ROOT / "templates").rglob("*"):
        if file.is_file():
            assert f"generator/{file.relative_to(ROOT).as_posix()}" in names
    assert {"generator/data/territories.json", "generator/data/han_words.txt"} <= names
    assert "generator/data/han_words.license.txt" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/", "data/", "tools/"))]


def test_a_site_builds_with_the_installed_wheel_alone(tmp_path: Path) -> None:
    """In an environment of its own, far from the checkout."""
    environment = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True, timeout=300)
    binaries = environment / "bin"
    install = [str(binaries / "python"), "-m", "pip", "install", "--quiet", str(ROOT)]
    subprocess.run(install, check=True, capture_output=True, timeout=600)
    project = tmp_path / "project"
    (project / "data" / "articles").mkdir(parents=True)
    (project / "docs").mkdir()
    (project / "mkdocs.yml").write_text("site_name: Own\ntheme: {name: dossier}\nplugins: [dossier]\n")
    (project / "data" / "actors.yml").write_text("reuters: {name: Reuters, type: media}\n")
    (project / "data" / "articles" / "a.md").write_text("---\ntitle: A\ndate: 2016-08-18\n---\nReuters said so.\n")
    done = subprocess.run(
        [str(binaries / "mkdocs"), "build", "--strict"], cwd=project, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "said so" in (project / "site" / "actors" / "reuters" / "index.html").read_text(encoding="utf-8")
    assert (project / "site" / "css" / "dossier.css").is_file()
    explain = [str(binaries / "dossier"), "check", "--explain", "bad-id"]
    assert "*Error.* An id is made of" in subprocess.run(explain, capture_output=True, text=True, check=True).stdout
