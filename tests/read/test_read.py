"""Files, folders and standard input; what cannot be read is named, and the rest goes on."""

import io
import os
import sys
from types import SimpleNamespace

import pytest

from factx.errors import ReadError
from factx.model import Source
from factx.read import discover, read


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "deep/c.TXT", "deep/er/d.markdown", "notes.csv", ".hidden.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{name}\r\n".encode())
    (tmp_path / "news" / ".git").mkdir()
    (tmp_path / "news" / ".git" / "x.txt").write_text("x")
    (tmp_path / "bare").mkdir()
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_file():
    assert read("news/b.txt") == Source("news/b.txt", "b.txt\r\n")


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\xef\xbb\xbfx\r\n")))
    assert read("-") == Source("-", "x\r\n")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nowhere.txt", "no such file or folder"),
        ("news", "is a folder, not a file"),
        ("news/b.txt/x", "cannot be read: Not a directory"),
        ("nul\0.txt", "cannot be read: embedded null byte"),
        ("x" * 5000, "cannot be read: File name too long"),
    ],
)
def test_unreadable(path, reason):
    with pytest.raises(ReadError) as caught:
        read(path)
    assert str(caught.value) == f"{path}: {reason}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden(folder):
    (folder / "news" / "b.txt").chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        read("news/b.txt")


@pytest.mark.usefixtures("folder")
def test_discover_walks_folders_in_order():
    assert list(discover(["news/b.txt", "-", "./news/"])) == [
        "news/b.txt",
        "-",
        "./news/a.md",
        "./news/b.txt",
        "./news/deep/c.TXT",
        "./news/deep/er/d.markdown",
    ]


@pytest.mark.usefixtures("folder")
def test_discover_goes_on_after_a_folder_without_articles():
    first, second, third = discover(["bare", "gone.txt", "news/a.md"])
    assert isinstance(first, ReadError)
    assert str(first) == "bare: no articles in this folder (looked for .txt and .md)"
    assert (second, third) == ("gone.txt", "news/a.md")


def test_discover_does_not_follow_links_in_circles(folder):
    (folder / "news" / "again").symlink_to(folder / "news", target_is_directory=True)
    assert len(list(discover(["news"]))) == 4
