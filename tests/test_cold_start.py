"""What stays unloaded until it is needed: start-up time, kept without a clock."""

import os
import subprocess
import sys

import pytest

HEAVY = ("spacy", "thinc", "numpy", "dateparser", "quantulum3", "inflect", "charset_normalizer")


def loaded(code: str) -> set[str]:
    """Return the packages and the modules of factx that a fresh interpreter has after ``code``."""
    program = (
        f"import sys\ntry:\n    exec({code!r})\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    names = run.stderr.split()
    return {name if name.startswith("factx") else name.partition(".")[0] for name in names}


def command(*arguments: str) -> str:
    return f"import sys; sys.argv = ['factx', *{arguments}]\nfrom factx.cli import main\nmain()"


def test_importing_factx_loads_nothing_else_of_it() -> None:
    before = loaded("pass")
    after = loaded("import factx")
    assert {name for name in after - before if name.startswith("factx")} == {"factx"}
    assert not (after - before).intersection(
        ["typer", "rich", "dataclasses", "decimal", "datetime"]
    )


@pytest.mark.parametrize("arguments", [("--help",), ("extract", "--help"), ("--version",)])
def test_help_loads_no_stage(arguments: tuple[str, ...]) -> None:
    modules = loaded(command(*arguments))
    assert "typer" in modules
    assert not modules.intersection([*HEAVY, "rich"])
    assert not {
        name for name in modules if name.startswith(("factx.nlp", "factx.mentions", "factx.model"))
    }


def test_the_schema_loads_no_stage() -> None:
    assert not loaded(command("schema")).intersection([*HEAVY, "rich"])


def test_formats_load_only_their_own_writer() -> None:
    code = "import io\nfrom factx.export import write\nwrite([], 'csv', io.StringIO())"
    modules = loaded(code)
    assert "factx.export.csv" in modules
    assert not modules.intersection([*HEAVY, "rich", "factx.export.table", "factx.export.json"])


@pytest.mark.parametrize(("given", "used"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "4"}, "4")])
def test_one_thread_a_process_unless_asked(given: dict[str, str], used: str) -> None:
    program = (
        f"import os\ntry:\n    exec({command('--version')!r})\n"
        "finally:\n    print(os.environ['OPENBLAS_NUM_THREADS'])"
    )
    own = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=own | given
    )
    assert run.stdout.split()[-1] == used
