"""The README tells the truth: its console block is what the commands print."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def sessions() -> list[tuple[str, str]]:
    """Return the commands of the console blocks with what stands below each."""
    found = []
    for kind, text in BLOCKS:
        if kind == "console":
            for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((command, output))
    return found


@pytest.mark.parametrize(("command", "output"), sessions())
def test_output_is_real(command: str, output: str) -> None:
    name, *arguments = command.split()
    if name == "cat":
        printed = (ROOT / arguments[0]).read_text(encoding="utf-8")
    else:
        assert name == "factx"
        run = subprocess.run(
            [sys.executable, "-m", "factx", *arguments],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        printed = run.stdout
    assert printed.rstrip() == output.rstrip()


def test_there_are_two_commands_to_set_up() -> None:
    set_up = [text for kind, text in BLOCKS if kind == "sh" and "venv" in text]
    assert len(set_up) == 2
    assert all(text.count("\n") == 1 for text in set_up)
    assert "factx extract corpus/" in set_up[0]
    assert "pytest" in set_up[1]


def test_what_it_names_is_there() -> None:
    links = set(re.findall(r"\]\((?!http)([^)#]+)\)", README))
    files = set(re.findall(r"(?:corpus|examples)/[\w-]+\.\w+", README))
    assert links
    assert files
    for path in links | files:
        assert (ROOT / path).exists(), path
