"""The examples run, each with the tools that it pipes into, and print what they are about."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


def printed(*command: str | Path) -> str:
    run = subprocess.run(
        command,
        env={**os.environ, "PATH": PATH},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize(
    ("script", "tool", "shown"),
    [
        ("extract_one.sh", "factx", '"source": "corpus/japan-economy.txt"'),
        ("pipe_to_jq.sh", "jq", "corpus/japan-economy.txt\tJPY\t"),
        ("sqlite.sh", "sqlite3", "│ percent"),
    ],
)
def test_a_script_runs(script: str, tool: str, shown: str) -> None:
    if shutil.which(tool, path=PATH) is None:
        pytest.skip(f"needs {tool}")
    assert shown in printed("sh", EXAMPLES / script)


def test_every_script_is_tested() -> None:
    (mark,) = (mark for mark in test_a_script_runs.pytestmark if mark.name == "parametrize")
    scripts = {case[0] for case in mark.args[1]}
    assert scripts == {path.name for path in EXAMPLES.glob("*.sh")}


def test_the_python_door() -> None:
    lines = printed(sys.executable, EXAMPLES / "api.py").splitlines()
    assert lines[0] == "Probe Survives Closest Brush With the Sun 2024-12-27"
    assert "  6,050,000 to 6,150,000 km: '6.1 million kilometres'" in lines
