"""The command line: options, bad input, exit codes; the last part through the installed command."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from factx.cli import output as target
from factx.errors import WriteError

Cli = Callable[..., Any]


# --- what goes in -----------------------------------------------------------------------------------


def test_files_folders_and_standard_input(factx: Cli, articles: Path) -> None:
    (articles / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    run = factx(
        "extract", articles, "-", articles / "3.txt", "-f", "jsonl", stdin=b"It fell by 5%."
    )
    assert (run.code, run.err) == (0, "")
    names = [Path(json.loads(line)["source"]).name for line in run.out.splitlines()]
    assert names == [*(f"{n}.txt" for n in range(10)), "-", "3.txt"]


def test_piped_text_needs_no_dash(factx: Cli) -> None:
    run = factx("extract", "-f", "json", stdin="\ufeffIt fell by 5%.\r\n".encode())
    assert run.code == 0
    (document,) = json.loads(run.out)["documents"]
    assert document["source"] == "-"
    assert [(m["text"], m["start"]) for m in document["mentions"]] == [("5%", 11)]


def test_nothing_given_shows_help(factx: Cli) -> None:
    for arguments in (["extract"], []):
        run = factx(*arguments)  # standard input is a terminal here
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith("Usage: factx")


def test_the_day_is_taken_over(factx: Cli) -> None:
    run = factx("extract", "-f", "csv", "--date", "2024-02-29", stdin=b"It fell by 5% yesterday.")
    (row,) = csv.DictReader(io.StringIO(run.out, newline=""))
    assert row["article_date"] == "2024-02-29"


def test_only(factx: Cli, articles: Path) -> None:
    run = factx("extract", articles / "3.txt", "-f", "json", "--only", "money")
    (document,) = json.loads(run.out)["documents"]
    assert [m["text"] for m in document["mentions"]] == ["$6 million"]
    assert [c["mention"] for c in document["claims"]] == [document["mentions"][0]["id"]]


# --- bad input: one clear line each ----------------------------------------------------------------


def test_bad_files_are_named_and_the_rest_goes_on(factx: Cli, articles: Path) -> None:
    bad = {
        "missing.txt": (None, "no such file or folder"),
        "empty.txt": (b"", "empty"),
        "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG image"),
        "broken.txt": ("naïve café – ".encode() + b"\xff\xc3(", "invalid UTF-8 at byte 17"),
        "folder": ("folder", "no articles in this folder"),
    }
    for name, (content, _) in bad.items():
        if content == "folder":
            (articles / name).mkdir()
        elif isinstance(content, bytes):
            (articles / name).write_bytes(content)
    good = [articles / f"{number}.txt" for number in range(10)]
    inputs = [*good[:5], *(articles / name for name in bad), *good[5:]]
    run = factx("extract", *inputs, "-f", "jsonl")
    assert run.code == 2
    assert [json.loads(line)["source"] for line in run.out.splitlines()] == list(map(str, good))
    lines = run.err.splitlines()
    assert len(lines) == len(bad)
    for line, (name, (_, reason)) in zip(lines, bad.items(), strict=True):
        assert line.startswith(f"factx: {articles / name}: {reason}"), line


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-f", "jsn"], "no format 'jsn'; did you mean 'json'?"),
        (["-f", "xml"], "no format 'xml'; choose from table, json, jsonl, csv"),
        (["--only", "money,persent"], "cannot select 'persent'; did you mean 'percent'?"),
        (["--date", "30.6.2025"], "'30.6.2025' is not a day; write it as 2025-06-30"),
        (["--jobs", "-1"], "invalid value for '--jobs' / '-j': "),
        (["--formt", "json"], "no such option: --formt"),
        (["-o", "missing/out.json"], "missing/out.json: no such folder; create it first"),
        (["-o", "."], ".: is a folder; name a file in it"),
        (["-o", "article.txt"], "article.txt: is also an input; choose another file"),
        (["-o", "./sub/../article.txt"], "./sub/../article.txt: is also an input"),
    ],
)
def test_options_that_cannot_be(
    arguments: list[str], message: str, factx: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text("It fell by 5%.")
    Path("sub").mkdir()
    run = factx("extract", "article.txt", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"factx: {message}")
    assert run.err.count("\n") == 1
    assert sorted(map(str, Path().iterdir())) == ["article.txt", "sub"]
    assert Path("article.txt").read_text() == "It fell by 5%."


def test_a_missing_command_is_named(factx: Cli) -> None:
    run = factx("extrct", "a.txt")
    assert run.code == 2
    assert run.err.startswith("factx: no such command 'extrct'")
    assert run.err.count("\n") == 1


def test_a_hostile_name_stays_on_its_line(factx: Cli, tmp_path: Path) -> None:
    run = factx("extract", tmp_path / "a\nb\x1b[31m.txt")
    assert run.err.count("\n") == 1
    assert "\x1b" not in run.err


def test_a_bug_costs_one_file(factx: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factx import claims

    build = claims.build

    def stumble(tokens, found):
        if "report 4" in tokens.article.source.text:
            raise IndexError
        return build(tokens, found)

    monkeypatch.setattr(claims, "build", stumble)
    run = factx("extract", articles, "-f", "jsonl")
    assert run.code == 2
    assert len(run.out.splitlines()) == 9
    assert "4.txt: a bug in factx (IndexError at test_cli.py:" in run.err
    assert run.err.count("\n") == 1


# --- what comes out --------------------------------------------------------------------------------


def test_an_output_file_is_replaced_whole(factx: Cli, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts.jsonl"
    out.write_text("old")
    out.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(out)
    run = factx("extract", articles / "1.txt", "-f", "jsonl", "-o", link)
    assert (run.code, run.out, run.err) == (0, "", "")
    assert json.loads(out.read_text("utf-8"))["source"] == str(articles / "1.txt")
    assert link.is_symlink()
    assert out.stat().st_mode & 0o777 == 0o640
    assert not list(tmp_path.glob(".*"))


def test_an_interrupted_output_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "facts.json"
    out.write_text("old")

    def interrupted() -> None:
        with target.opened(str(out)) as stream:
            stream.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["facts.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    message = "/dev/full: cannot be written: no space left on device"
    with pytest.raises(WriteError, match=message), target.opened("/dev/full") as stream:
        stream.write("x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["schema"]])
def test_a_full_disk_costs_no_traceback(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start(*arguments, stdout=full)
    err = process.communicate()[1].decode()
    assert process.returncode == 2
    assert err == "factx: standard output: cannot be written: no space left on device\n"


def test_a_device_is_not_replaced(factx: Cli, articles: Path) -> None:
    assert factx("extract", articles / "1.txt", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("arguments", "shown"), [([], True), (["-q"], False), (["--only", "money"], True)]
)
def test_a_bar_shows_how_far_it_is(
    arguments: list[str],
    shown: bool,
    *,
    factx: Cli,
    articles: Path,
    terminal: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    (articles / "5.txt").unlink()
    run = factx("extract", articles, articles / "5.txt", "-f", "jsonl", *arguments)
    assert run.code == 2
    assert len(run.out.splitlines()) == 9
    assert "\x1b" not in run.out
    assert ("10/10" in terminal.getvalue()) is shown
    assert "5.txt: no such file" in terminal.getvalue()


# --- through the installed command -------------------------------------------------------------------

COMMAND = [sys.executable, "-m", "factx"]


def start(*arguments: object, **options: object) -> "subprocess.Popen[bytes]":
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # a job in the background ignores Ctrl-C, and what it starts would too
    default = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    return subprocess.Popen([*COMMAND, *map(str, arguments)], **(default | pipes | options))  # type: ignore[call-overload]


def test_workers_change_nothing(articles: Path) -> None:
    (articles / "4.txt").write_bytes(b"")
    (articles / "7.txt").write_text("A long one. " + "Sales rose by 5 percent in May. " * 300)
    arguments = ["extract", articles, "-", articles / "missing.txt", "-f", "json"]
    runs = []
    for jobs in ("1", "2"):
        process = start(*arguments, "-j", jobs, stdin=subprocess.PIPE)
        runs.append((*process.communicate(b"It fell by 5%."), process.returncode))
    assert runs[0] == runs[1]
    out, err, code = runs[0]
    assert code == 2
    assert len(json.loads(out)["documents"]) == 10
    assert err.decode().splitlines() == [
        f"factx: {articles / '4.txt'}: empty: there is no text in it",
        f"factx: {articles / 'missing.txt'}: no such file or folder",
    ]


posix = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and pipes")


@contextmanager
def under_way(
    articles: Path, folder: Path, *arguments: object
) -> "Iterator[subprocess.Popen[bytes]]":
    """Start the extraction of an article and of a pipe that holds it up, in a group of its own."""
    fifo = folder / "fifo"
    os.mkfifo(fifo)
    inputs = (articles / "1.txt", fifo, "-f", "jsonl")
    process = start("extract", *inputs, *arguments, start_new_session=True)
    Thread(target=let_go, args=(process, fifo), daemon=True).start()
    with fifo.open("wb"):  # opens once factx reads it
        yield process


def let_go(process: "subprocess.Popen[bytes]", fifo: Path) -> None:
    """Open the pipe's other end when the command has died or hangs, so that nobody waits for ever."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(120)
    process.kill()
    os.close(os.open(fifo, os.O_RDONLY | os.O_NONBLOCK))


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_is_quiet(jobs: str, articles: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = start("extract", articles, "-f", "jsonl", "-j", jobs, stdout=writer)
    os.close(writer)
    assert process.communicate()[1] == b""
    assert process.returncode == 128 + signal.SIGPIPE


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_control_c_is_quiet_and_leaves_nothing(jobs: str, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts.jsonl"
    with under_way(articles, tmp_path, "-j", jobs, "-o", out) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate()
    assert (process.returncode, err) == (130, b"")
    assert not out.exists()
    assert not list(tmp_path.glob("*.part"))


@posix
@pytest.mark.parametrize("signal_sent", [signal.SIGINT, signal.SIGTERM])
def test_what_is_printed_is_kept_when_stopped(
    signal_sent: signal.Signals, articles: Path, tmp_path: Path
) -> None:
    with under_way(articles, tmp_path) as process:
        os.killpg(process.pid, signal_sent)
        out, err = process.communicate()
    assert (process.returncode, err) == (128 + signal_sent, b"")
    assert json.loads(out)["source"] == str(articles / "1.txt")


@posix
@pytest.mark.parametrize("signal_sent", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_parent(
    signal_sent: signal.Signals, articles: Path, tmp_path: Path
) -> None:
    with under_way(articles, tmp_path, "-j", "2") as process:
        process.send_signal(signal_sent)
        _, err = process.communicate(timeout=60)  # the workers hold the pipe while they live
    assert b"Traceback" not in err


def test_the_shell_completes_formats_and_kinds() -> None:
    command = shutil.which("factx", path=str(Path(sys.executable).parent)) or "factx"
    words = ["factx extract -f js", "factx extract --only dates,per"]
    completed = []
    for line in words:
        env = {
            **os.environ,
            "_FACTX_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": "3",
        }
        completed.append(subprocess.check_output([command], env=env, text=True).split())
    assert completed == [["json", "jsonl"], ["dates,percent", "dates,percentage_point"]]


def test_version(factx: Cli) -> None:
    import factx as package

    assert factx("--version").out == f"factx {package.__version__}\n"
