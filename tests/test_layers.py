"""Each stage imports only stages to its left: the sentence "read, understand, find, claim, show"."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "factx"
LAYERS = (
    {"errors", "packaged"},
    {"model", "intervals", "text"},
    {"read"},
    {"nlp"},
    {"mentions"},
    {"claims"},
    {"checks"},
    {"export"},
    {"pipeline"},
    {"batch", "component"},
    {"cli"},
    {"__init__", "__main__"},
)
LEVEL = {stage: level for level, layer in enumerate(LAYERS) for stage in layer}
MODULES = sorted(SOURCE.rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    """Yield the stages of factx that a module imports, at its top or later."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            package, _, stage = name.partition(".")
            if package == "factx":
                stage = stage.partition(".")[0]
                yield stage if stage in LEVEL else "__init__"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_imports_point_left(module: Path) -> None:
    stage = module.relative_to(SOURCE).parts[0].removesuffix(".py")
    for other in imported(module):
        # The version is read from the package itself.
        if other != stage and (stage, other) != ("cli", "__init__"):
            assert LEVEL[other] < LEVEL[stage], f"{stage} must not import {other}"


def tables(module: Path) -> Iterator[str]:
    """Yield the stages whose word lists a module reads by name."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            package, _, stage = node.value.partition(".")
            if package == "factx" and stage:
                yield stage.partition(".")[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_tables_are_read_from_the_left(module: Path) -> None:
    stage = module.relative_to(SOURCE).parts[0].removesuffix(".py")
    for other in tables(module):
        if other in LEVEL:
            assert LEVEL[other] <= LEVEL[stage], f"{stage} must not read a table of {other}"


def test_the_rule_sees_a_wrong_import(tmp_path: Path) -> None:
    module = tmp_path / "wrong.py"
    module.write_text("def late():\n    from factx.cli import main\n    import factx.export.csv\n")
    assert list(imported(module)) == ["cli", "export"]


def test_output_formats_are_unknown_upstream() -> None:
    printing = {path for path in MODULES if "sys.stdout" in path.read_text("utf-8")}
    assert {path.relative_to(SOURCE).parts[0] for path in printing} == {"cli"}
