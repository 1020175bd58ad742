"""The printed trace: of a long quotation the part that cites the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from linked import Cite, Work, Written, a_catalogue, put

from kb.cli.tracing import print_trace
from kb.model import NodeRef
from kb.trace import Tracer

LONG = "Sở Muối rà soát, đánh giá, tổng hợp nhu cầu của các xã ven biển " + "và các hợp tác xã " * 12


@pytest.mark.parametrize(
    ("task", "shown"),
    [
        (f"{LONG}để thực hiện Quyết định số 405/QĐ-TTg.", "… "),
        ("Thực hiện Quyết định số 405/QĐ-TTg.", "“Thực hiện"),
    ],
    ids=["long", "short"],
)
def test_the_citation_is_in_what_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], task: str, shown: str
) -> None:
    cite = Cite("Quyết định số 405/QĐ-TTg", "405/QĐ-TTg", where="1")
    with a_catalogue(tmp_path) as catalogue:
        put(
            catalogue,
            Written("plan", task, number="9/KH-UBND", on="2032-01-01", cites=(cite,), works=(Work("1", task),)),
        )
        print_trace(Tracer(catalogue).trace(NodeRef("plan", "1")))
    quoted = [line for line in capsys.readouterr().out.splitlines() if line.startswith("      ")]
    assert len(quoted) == 1
    assert "405/QĐ-TTg" in quoted[0]
    assert shown in quoted[0]
