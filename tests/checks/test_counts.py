"""What is counted as checked: sums and comparisons, and apart from them what hardly could fail."""

import io

import factx
from factx.export import report

FIRST = "The vote is on 12 March 2026. Of the 40 passengers, 22 were from abroad."
SECOND = "Exports rose 12 percent to 560 tonnes from 500 tonnes."


def test_days_and_parts_are_no_sums() -> None:
    result = factx.check([factx.extract(FIRST, source="a.txt")])
    assert set(result.by_rule) == {"PER03", "SUM02"}
    assert result.evident == len(result.consistent) == 2
    last = report.summary(result)
    assert last.startswith("checked 0 relations over 2 quantities: 0 hold; 2 ")


def test_sums_are_counted() -> None:
    result = factx.check([factx.extract(SECOND, source="b.txt")])
    assert result.evident == 0
    assert report.summary(result) == "checked 2 relations over 3 quantities: 2 hold"


def test_what_holds_stands_with_the_findings_of_its_file() -> None:
    wrong = SECOND.replace("12", "31")
    texts = {"a.txt": f"{FIRST} {wrong}", "b.txt": f"{FIRST} {wrong}"}
    result = factx.check([factx.extract(text, source=path) for path, text in texts.items()])
    stream = io.StringIO()
    report.write(result, texts.get, stream, consistent=True, colour=False)
    heads = [line[:5] for line in stream.getvalue().splitlines() if line[1:6] == ".txt:"]
    assert heads == sorted(heads)
    assert set(heads) == set(texts)
