"""What a search page asks, as its address says it. Pure values, no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.model import Filters, Level
from ui.address import PageName, href, read_day

# The facets: the name of the search result's facet, and the parameter that holds the chosen values.
FACETS = {"kind": "loai", "level": "cap", "locality": "noi", "issuer": "cq"}
# Results asked for at first, and more at each "Xem thêm".
FIRST_LIMIT = 20
MOST = 200


@dataclass(frozen=True, slots=True)
class Query:
    """A question with its filters; `chosen` holds the values of each facet by the facet's name."""

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] | None = None
    issued_from: date | None = None
    issued_to: date | None = None
    in_force: bool = False
    within: str | None = None
    limit: int = FIRST_LIMIT

    @property
    def filters(self) -> Filters:
        chosen = self.chosen or {}
        return Filters(
            kinds=chosen.get("kind", ()),
            levels=tuple(Level(value) for value in chosen.get("level", ())),
            localities=chosen.get("locality", ()),
            issuers=chosen.get("issuer", ()),
            issued_from=self.issued_from,
            issued_to=self.issued_to,
            in_force=self.in_force,
            document_ids=(self.within,) if self.within else (),
        )

    @property
    def is_filtered(self) -> bool:
        return self.filters != Filters()

    @property
    def address(self) -> str:
        """The link to this search."""
        chosen = self.chosen or {}
        return href(
            PageName.SEARCH,
            q=self.words,
            **{parameter: chosen.get(facet) for facet, parameter in FACETS.items()},
            tu=self.issued_from,
            den=self.issued_to,
            hieuluc="1" if self.in_force else None,
            vb=self.within,
            so=self.limit if self.limit != FIRST_LIMIT else None,
        )

    def toggled(self, facet: str, value: str) -> Query:
        """The same search with a value of a facet chosen, or no longer chosen."""
        chosen = dict(self.chosen or {})
        held = chosen.get(facet, ())
        chosen[facet] = tuple(item for item in held if item != value) if value in held else (*held, value)
        return replace(self, chosen={name: values for name, values in chosen.items() if values}, limit=FIRST_LIMIT)


def read_query(parameters: Mapping[str, Sequence[str]]) -> Query:
    """The search of an address; what cannot be read is left out."""
    levels = set(Level)
    chosen = {
        facet: tuple(value for value in parameters.get(name, ()) if value and (facet != "level" or value in levels))
        for facet, name in FACETS.items()
    }
    limit = _first(parameters, "so") or ""
    return Query(
        words=" ".join((_first(parameters, "q") or "").split()),
        chosen={facet: values for facet, values in chosen.items() if values},
        issued_from=read_day(_first(parameters, "tu")),
        issued_to=read_day(_first(parameters, "den")),
        in_force=_first(parameters, "hieuluc") == "1",
        within=_first(parameters, "vb"),
        limit=min(int(limit), MOST) if limit.isascii() and limit.isdigit() and int(limit) else FIRST_LIMIT,
    )


def _first(parameters: Mapping[str, Sequence[str]], name: str) -> str | None:
    return next((value for value in parameters.get(name, ()) if value), None)
