"""A citation by number resolves by number, issuer, place and date, never by number alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from linked import Cite, Written, a_catalogue, entry, put, register, remove

from kb.catalogue import Catalogue
from kb.model import Level, Resolution, ResolutionStatus


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        yield opened


def citing(cite: Cite, *more: Cite, **values: object) -> Written:
    text = "\n".join(c.surface for c in (cite, *more))
    given = {"on": "2031-06-01", "number": "900/KH-UBND", "locality": "Sơn Hà", "level": Level.PROVINCE, **values}
    return Written("citing", text, cites=(cite, *more), **given)  # type: ignore[arg-type]


def resolution(catalogue: Catalogue, position: int = 0) -> Resolution:
    found = catalogue.references("citing")[position].resolution
    assert found is not None
    return found


TWO_OF_ONE_NUMBER = (entry("5/NQ-CP", "2030-04-17"), entry("5/NQ-CP", "2031-05-20"))
PLANS = (
    entry("71-KH/TU", "2030-03-27", level=Level.PROVINCE, locality="Sơn Hà"),
    entry("71-KH/TU", "2030-03-27", level=Level.PROVINCE, locality="Biển Đông"),
)
DISTRICT = entry("12/KH-UBND", "2030-01-05", issuer="UBND huyện Ba Làng", level=Level.DISTRICT, locality="Ba Làng")
PROVINCE = entry("12/KH-UBND", "2030-01-05", issuer="UBND tỉnh Sơn Hà", level=Level.PROVINCE, locality="Sơn Hà")

RESOLVED = {
    "the date decides between two of one number": (
        TWO_OF_ONE_NUMBER, Cite("5/NQ-CP", "5/NQ-CP", "2031-05-20"), "5-nq-cp-2031-05-20", 1.0,
    ),
    "the other date": (TWO_OF_ONE_NUMBER, Cite("5/NQ-CP", "5/NQ-CP", "2030-04-17"), "5-nq-cp-2030-04-17", 1.0),
    "leading zeros and printing do not count": (
        TWO_OF_ONE_NUMBER, Cite("05/NQ–CP", "05/NQ–CP", "2030-04-17"), "5-nq-cp-2030-04-17", 1.0,
    ),
    "of the Tỉnh ủy: the citing document's own province": (
        PLANS, Cite("71-KH/TU", "71-KH/TU", "2030-03-27", issuer="Ban Thường vụ Tỉnh ủy"),
        "71-kh-tu-son-ha-2030-03-27", 1.0,
    ),
    "no issuer printed: a local number is of the own province": (
        PLANS, Cite("71-KH/TU", "71-KH/TU", "2030-03-27"), "71-kh-tu-son-ha-2030-03-27", 1.0,
    ),
    "another province is named": (
        PLANS, Cite("71-KH/TU", "71-KH/TU", issuer="Tỉnh ủy Biển Đông"), "71-kh-tu-bien-dong-2030-03-27", 0.8,
    ),
    "the district's plan": (
        (DISTRICT, PROVINCE), Cite("12/KH-UBND", "12/KH-UBND", issuer="UBND huyện Ba Làng"), DISTRICT.id, 0.8,
    ),
    "the province's plan": (
        (DISTRICT, PROVINCE), Cite("12/KH-UBND", "12/KH-UBND", issuer="UBND tỉnh"), PROVINCE.id, 0.8,
    ),
    "a number that bears its year needs no date": (
        (entry("30/2030/NĐ-CP", "2030-03-05"),), Cite("30/2030/NĐ-CP", "30/2030/NĐ-CP"),
        "30-2030-nd-cp-2030-03-05", 0.97,
    ),
    "an undated number with the title of the one candidate": (
        (entry("7/QĐ-TTg", "2030-01-01", title="phê duyệt Chương trình trồng rừng quốc gia"),),
        Cite("7/QĐ-TTg", "7/QĐ-TTg", title="phê duyệt Chương trình trồng rừng quốc gia"), "7-qd-ttg-2030-01-01", 0.95,
    ),
    "a misprinted day within the year is told by less confidence": (
        (entry("7/QĐ-TTg", "2030-01-01"),), Cite("7/QĐ-TTg", "7/QĐ-TTg", "2030-01-11"), "7-qd-ttg-2030-01-01", 0.6,
    ),
    "an undated number means nothing later than the citing document": (
        (entry("5/NQ-CP", "2030-04-17"), entry("5/NQ-CP", "2032-05-20")),
        Cite("5/NQ-CP", "5/NQ-CP"), "5-nq-cp-2030-04-17", 0.8,
    ),
    "a law, not the resolution of that number": (
        (entry("71/2030/QH15", "2030-06-14", kind="Luật"), entry("71/2030/QH15", "2030-11-30", kind="Nghị quyết")),
        Cite("71/2030/QH15", "71/2030/QH15", kind="Luật"), "71-2030-qh15-2030-06-14", 0.97,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "cite", "target", "confidence"), RESOLVED.values(), ids=RESOLVED.keys())
def test_one_candidate_remains(
    catalogue: Catalogue, entries: tuple, cite: Cite, target: str, confidence: float
) -> None:  # type: ignore[type-arg]
    register(catalogue, *entries)
    put(catalogue, citing(cite))
    found = resolution(catalogue)
    assert (found.status, found.targets) == (ResolutionStatus.REGISTERED, (target,))
    assert found.confidence == confidence


UNRESOLVED = {
    "nobody knows the number": (TWO_OF_ONE_NUMBER, Cite("6/NQ-CP", "6/NQ-CP"), ResolutionStatus.MISSING, 0),
    "the number of another year": (
        TWO_OF_ONE_NUMBER, Cite("5/NQ-CP", "5/NQ-CP", "2029-04-17"), ResolutionStatus.MISSING, 0,
    ),
    "71/NQ-CP is not Luật 71/2030/QH15": (
        (entry("71/2030/QH15", "2030-06-14"),), Cite("71/NQ-CP", "71/NQ-CP"), ResolutionStatus.MISSING, 0,
    ),
    "a plan of a province that nobody holds": (
        PLANS, Cite("71-KH/TU", "71-KH/TU", issuer="Tỉnh ủy Núi Cao"), ResolutionStatus.MISSING, 0,
    ),
    "two of one number, undated": (TWO_OF_ONE_NUMBER, Cite("5/NQ-CP", "5/NQ-CP"), ResolutionStatus.AMBIGUOUS, 2),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "cite", "status", "count"), UNRESOLVED.values(), ids=UNRESOLVED.keys())
def test_none_or_several_remain(
    catalogue: Catalogue, entries: tuple, cite: Cite, status: ResolutionStatus, count: int
) -> None:  # type: ignore[type-arg]
    register(catalogue, *entries)
    put(catalogue, citing(cite))
    found = resolution(catalogue)
    assert (found.status, len(found.targets)) == (status, count)


def test_a_central_document_that_names_no_province_leaves_the_plans_of_all_provinces(catalogue: Catalogue) -> None:
    register(catalogue, *PLANS)
    put(catalogue, citing(Cite("71-KH/TU", "71-KH/TU"), locality=None, level=Level.CENTRAL, number="1/TB-VPCP"))
    assert resolution(catalogue).status is ResolutionStatus.AMBIGUOUS


def test_a_later_short_number_means_the_dated_one_above_it(catalogue: Catalogue) -> None:
    register(catalogue, *TWO_OF_ONE_NUMBER)
    put(catalogue, citing(Cite("5/NQ-CP ngày 20/5", "5/NQ-CP", "2031-05-20"), Cite("5/NQ-CP", "5/NQ-CP")))
    assert resolution(catalogue, 1).targets == ("5-nq-cp-2031-05-20",)
    assert resolution(catalogue, 1).rule == "short form: number+date"


def test_a_later_short_number_stays_ambiguous_after_two_dated_ones(catalogue: Catalogue) -> None:
    register(catalogue, *TWO_OF_ONE_NUMBER)
    dated = (Cite("5/NQ-CP ngày 20/5", "5/NQ-CP", "2031-05-20"), Cite("5/NQ-CP ngày 17/4", "5/NQ-CP", "2030-04-17"))
    put(catalogue, citing(*dated, Cite("Nghị quyết 5/NQ-CP", "5/NQ-CP")))
    assert resolution(catalogue, 2).status is ResolutionStatus.AMBIGUOUS


def test_a_short_form_points_where_its_antecedent_points(catalogue: Catalogue) -> None:
    register(catalogue, PLANS[0])
    put(catalogue, citing(Cite("Kế hoạch 71-KH/TU", "71-KH/TU", "2030-03-27"), Cite("Kế hoạch này", antecedent=0)))
    assert resolution(catalogue, 1).targets == ("71-kh-tu-son-ha-2030-03-27",)
    assert resolution(catalogue, 1).confidence < resolution(catalogue, 0).confidence


HELD = Written("held", "…", "5/NQ-CP", "2031-05-20", "Nghị quyết", "Chính phủ")
WAITING = Cite("5/NQ-CP ngày 20/5/2031", "5/NQ-CP", "2031-05-20")


def test_a_document_that_comes_resolves_what_waited_for_it_and_leaves_it_missing_when_it_goes(
    catalogue: Catalogue,
) -> None:
    put(catalogue, citing(WAITING))
    assert resolution(catalogue).status is ResolutionStatus.MISSING
    put(catalogue, HELD)
    assert (resolution(catalogue).status, resolution(catalogue).targets) == (ResolutionStatus.HELD, ("held",))
    remove(catalogue, "held")
    assert (resolution(catalogue).status, resolution(catalogue).targets) == (ResolutionStatus.MISSING, ())


def test_a_held_document_stands_for_its_entry_of_the_registry(catalogue: Catalogue) -> None:
    register(catalogue, *TWO_OF_ONE_NUMBER)
    put(catalogue, citing(WAITING))
    assert resolution(catalogue).status is ResolutionStatus.REGISTERED
    put(catalogue, HELD)
    assert resolution(catalogue).targets == ("held",)
    remove(catalogue, "held")
    assert resolution(catalogue).targets == ("5-nq-cp-2031-05-20",)
    register(catalogue)
    assert resolution(catalogue).status is ResolutionStatus.MISSING


def test_a_second_candidate_makes_it_ambiguous_and_its_leaving_settles_it(catalogue: Catalogue) -> None:
    put(catalogue, citing(Cite("5/NQ-CP", "5/NQ-CP")), HELD)
    assert resolution(catalogue).status is ResolutionStatus.HELD
    put(catalogue, Written("other", "…", "5/NQ-CP", "2030-04-17", "Nghị quyết", "Chính phủ"))
    assert (resolution(catalogue).status, resolution(catalogue).targets) == (
        ResolutionStatus.AMBIGUOUS,
        ("held", "other"),
    )
    remove(catalogue, "held")
    assert resolution(catalogue).targets == ("other",)
