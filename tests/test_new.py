"""`dossier new`: a valid file for one more record, whatever it is called, and nothing is ever overwritten."""

from __future__ import annotations

import os
import pty
from pathlib import Path
from subprocess import Popen

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.check import check
from mkdocs_dossier.cli import main
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import run_stages
from tests.conftest import NOW
from tests.processes import BIN, dossier
from tests.site_edits import files_of

EPOCH = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
ACTORS = "guan-youfei: {name: Guan Youfei, type: person}\nli: {name: Li, type: person, status: draft}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actors.yml").write_text(ACTORS)
    return tmp_path


def new(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "new", *arguments], env=EPOCH, catch_exceptions=False)


def is_sound(root: Path) -> bool:
    return check(Options(root=root, now=NOW)) == ()


def test_an_actor_gets_a_file_of_its_own_beside_the_list(project: Path) -> None:
    dossier("schema", cwd=project)
    done = new(
        project, "actor", "--name", "关友飞", "--type", "person", "--country", "CN", "--country", "NO",
        "--alias", "Adm. Guan", "--summary", "An admiral: of the navy.",
    )  # fmt: skip
    assert done.output == "wrote data/actors/guanyoufei.yml\n"
    assert (project / "data/actors/guanyoufei.yml").read_text() == (
        "# yaml-language-server: $schema=../../schema/actor.schema.json\n"
        "name: 关友飞\ntype: person\naliases: [Adm. Guan]\ncountries: [CN, NO]\nsummary: \"An admiral: of the navy.\"\n"
    )  # fmt: skip
    assert (project / "data/actors.yml").read_text() == ACTORS
    assert is_sound(project)


def test_an_event_names_actors_that_there_are(project: Path) -> None:
    done = new(project, "event", "--title", "A visit", "--date", "2016-08-14~", "--actor", "guan-yufei")
    assert done.exit_code == 2
    assert "--actor: there is no actor 'guan-yufei' (did you mean 'guan-youfei'?)" in done.output
    assert not (project / "data/events").exists()
    arguments = ("--date", "2016-08-14~", "--actor", "guan-youfei", "--place", "Damascus", "--type", "meeting")
    assert new(project, "event", "--title", "A visit", *arguments).output == "wrote data/events/a-visit.yml\n"
    assert (
        "\ndate: 2016-08-14~\ntype: meeting\nplace: Damascus\nactors: [guan-youfei]\n"
        in (project / "data/events/a-visit.yml").read_text()
    )
    assert is_sound(project)


def test_an_article_lies_in_the_folder_of_its_year_and_is_of_today(project: Path) -> None:
    dossier("schema", cwd=project)
    assert new(project, "article", "--title", "Talks").output == "wrote data/articles/2026/talks.md\n"
    done = new(
        project, "article", "--title", "Talks", "--date", "2016-08-18T11:13:00+01:00", "--outlet", "Example Post",
        "--url", "https://example.org/a?b=1&c=2", "--lang", "en-GB", "--author", "A. Writer", "--draft",
    )  # fmt: skip
    assert done.output == "wrote data/articles/2016/talks.md\n"
    assert (project / "data/articles/2016/talks.md").read_text() == (
        "---\n# yaml-language-server: $schema=../../../schema/article.schema.json\n"
        'title: Talks\ndate: "2016-08-18T11:13:00+01:00"\noutlet: Example Post\nauthors: [A. Writer]\n'
        "url: https://example.org/a?b=1&c=2\nlang: en-GB\nstatus: draft\n---\n\n"
    )
    assert is_sound(project)


def test_an_id_is_never_given_twice_to_private_records_and_former_ids_neither(project: Path) -> None:
    for expected in ("guan-youfei-2", "guan-youfei-3"):
        done = new(project, "actor", "--name", "Guan Youfei!", "--type", "person")
        assert done.stdout == f"wrote data/actors/{expected}.yml\n"
        assert done.stderr == "note: the id 'guan-youfei' is taken: data/actors.yml:1:1\n"
    assert new(project, "actor", "--name", "Li", "--type", "person").stdout == "wrote data/actors/li-2.yml\n"
    (project / "data/actors/x.yml").write_text("name: X\ntype: person\nformerly: [wu]\n")
    assert new(project, "actor", "--name", "Wu", "--type", "person").output == "wrote data/actors/wu-2.yml\n"
    taken = new(project, "actor", "--name", "Other", "--type", "person", "--id", "li")
    assert taken.exit_code == 2
    assert "the id 'li' is taken: data/actors.yml:2:1" in taken.output


def test_what_is_there_is_not_overwritten(project: Path) -> None:
    (project / "data/events").mkdir()
    (project / "data/events/visit.yml").symlink_to(project / "elsewhere.yml")
    done = new(project, "event", "--title", "Visit", "--date", "2016", "--id", "visit")
    assert done.exit_code == 1
    assert not (project / "elsewhere.yml").exists()
    assert (project / "data/events/visit.yml").is_symlink()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("actor", "--name", "X"), "give --type: person, organization"),
        (("actor", "--type", "person"), "give --name: The name it is best known by."),
        (("event", "--title", "X"), "give --date: When (EDTF)"),
        (("actor", "--name", "X", "--type", "persn"), "--type: 'persn' is not a known type (did you mean 'person'?)"),
        (("actor", "--name", "X", "--type", "person", "--country", "XX"), "--country: there is no country 'XX'"),
        (("article", "--title", "X", "--date", "18 August"), "--date: '18 August' is not a day"),
        (("article", "--title", "X", "--url", "javascript:x"), "--url: 'javascript:x' is not a web address"),
        (("actor", "--name", "???", "--type", "person"), "give --id: no id can be made of this name"),
        (("actor", "--name", "X", "--type", "person", "--id", "../x"), "'../x' cannot be an id"),
    ],
)
def test_a_wrong_or_missing_option_is_named_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = files_of(project)
    done = new(project, *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert files_of(project) == before


def test_it_must_be_known_which_ids_there_are(project: Path) -> None:
    (project / "data/actors.yml").write_text("x: [\n")
    done = new(project, "actor", "--name", "X", "--type", "person")
    assert done.exit_code == 1
    assert "data/actors.yml:2:1: error[yaml-syntax]" in done.output
    assert new(project, "event", "--title", "X", "--date", "2016", "--actor", "x").exit_code == 0


def test_a_broken_record_keeps_its_id(project: Path) -> None:
    (project / "data/actors").mkdir()
    (project / "data/actors/xu.yml").write_text("name: [\n")
    assert new(project, "actor", "--name", "Xu", "--type", "person").stdout == "wrote data/actors/xu-2.yml\n"


def test_the_first_record_of_all_makes_the_data_folder(tmp_path: Path) -> None:
    assert new(tmp_path, "actor", "--name", "X", "--type", "person").output == "wrote data/actors/x.yml\n"
    assert is_sound(tmp_path)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip))
def test_any_name_comes_out_as_that_name(project: Path, name: str) -> None:
    done = new(project, "actor", f"--name={name}", "--type=person", "--id=new-one")
    assert done.exit_code == 0, done.output
    stages = run_stages(Options(root=project, now=NOW))
    assert {problem.code for problem in stages.problems} <= {"look-alike-name"}  # of letters from several scripts
    assert stages.validated.collection.actors["new-one"].name == " ".join(name.split())
    (project / "data/actors/new-one.yml").unlink()


def test_on_a_terminal_what_is_missing_is_asked_for_until_it_is_right(project: Path) -> None:
    done, printed = _typed(project, ["new", "actor", "--country", "CN"], "Li Zhensheng\npersn\nperson\n\n")
    assert done == 0, printed
    assert "'persn' is not a known type (did you mean 'person'?)" in printed
    assert "Id [li-zhensheng]" in printed
    text = (project / "data/actors/li-zhensheng.yml").read_text()
    assert text.endswith("name: Li Zhensheng\ntype: person\ncountries: [CN]\n")


def _typed(project: Path, arguments: list[str], text: str) -> tuple[int, str]:
    """Run the command on a terminal of its own."""
    ours, theirs = pty.openpty()
    process = Popen([str(BIN / "dossier"), *arguments], cwd=project, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, text.encode())
    printed = b""
    try:
        while some := os.read(ours, 4096):
            printed += some
    except OSError:  # it ended
        pass
    os.close(ours)
    return process.wait(timeout=60), printed.decode()
