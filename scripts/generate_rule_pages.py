"""Write docs/rules from the docstrings of the rules; a test wants them current."""

from pathlib import Path

from factx.checks import checks
from factx.checks.base import manual
from factx.export.manuals import page

PAGES = Path(__file__).parents[1] / "docs" / "rules"


def main() -> None:
    """Write a page for each rule and their list."""
    manuals = [manual(type(rule)) for rule in checks()]
    for text in manuals:
        (PAGES / f"{text.code}.md").write_text(page(text), "utf-8")
    for path in set(PAGES.glob("*.md")) - {PAGES / f"{text.code}.md" for text in manuals}:
        path.unlink()
    rows = "".join(
        f"| [{text.code}]({text.code}.md) | {text.name} | {text.severity} | {text.summary} |\n"
        for text in manuals
    )
    head = "# Rules\n\n| code | name | severity | what it reports |\n| --- | --- | --- | --- |\n"
    (PAGES / "README.md").write_text(head + rows, "utf-8")


if __name__ == "__main__":
    main()
