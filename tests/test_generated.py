"""Generated tables are what their scripts write."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"

pytest.importorskip("babel")


@pytest.mark.parametrize("name", ["generate_currencies.py", "generate_places.py"])
def test_table_is_current(name: str) -> None:
    run = subprocess.run([sys.executable, SCRIPTS / name, "--check"], check=False)
    assert run.returncode == 0, f"run scripts/{name}; edit its source, not the table"
