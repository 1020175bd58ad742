"""What the entries of the registry say of each other, by the documents that stand for them."""

from __future__ import annotations

from collections.abc import Iterable

from kb.catalogue.links import Links, RegistryLink
from kb.model import RegistryEntry
from kb.resolve.known import Known
from kb.resolve.matching import matches_by_number
from kb.resolve.pointing import missing_node
from kb.resolve.saying import said_by_registry
from kb.resolve.wanted import wanted_by_registry


def relink(links: Links, entries: Iterable[RegistryEntry], known: Known, gone: Iterable[str] = ()) -> None:
    """Stores the node of each entry and its relations; `gone` are entries that are no more."""
    present = [entry for entry in entries if entry.id in known.nodes]
    said = [link for entry in present for link in _links_of(entry, known)]
    links.put_entries({entry.id: known.nodes[entry.id] for entry in present}, said, list(gone))


def _links_of(entry: RegistryEntry, known: Known) -> Iterable[RegistryLink]:
    for position, relation in enumerate(entry.relations):
        wanted = wanted_by_registry(relation, known.by_id[entry.id])
        matches = matches_by_number(wanted, known.bearing(wanted.number_key))
        upper = matches[0].known.id if len(matches) == 1 else missing_node(wanted)
        if upper:
            yield RegistryLink(
                entry.id, position, known.nodes[entry.id], upper, relation.relation, relation.scope, relation.number,
                wanted.number_key, said_by_registry(known.by_id[entry.id], relation),
            )  # fmt: skip
