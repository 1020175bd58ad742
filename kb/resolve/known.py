"""The known documents that citations are held against, by number and by name; each document once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kb.catalogue.links import KnownDocument, Links, Name
from kb.catalogue.schema import NAME_HEAD_LENGTH
from kb.lawnames import split_year
from kb.model import Reference
from kb.number import number_key
from kb.resolve.matching import matches_by_number
from kb.resolve.names import KEY_LENGTH, Kindred, key_of, names_of
from kb.resolve.places import same_place
from kb.resolve.wanted import Wanted, place_of_known


class Known:
    """Documents by number key and by head of name. `nodes` maps an entry of the registry to what stands for it."""

    def __init__(self, documents: Iterable[KnownDocument], names: Iterable[Name]) -> None:
        by_id = {known.id: known for known in documents}
        by_key: dict[str, list[KnownDocument]] = defaultdict(list)
        for known in by_id.values():
            if known.number_key:
                by_key[known.number_key].append(known)
        self.names = {(name.node, name.key): name for name in names if name.node in by_id}.values()
        held_by_name = _held_by_name(by_id, self.names)
        self.nodes: dict[str, str] = {
            known.id: _node_of_entry(known, by_key, held_by_name) for known in by_id.values() if not known.held
        }
        self.by_id = by_id
        self._by_key = {key: self._standing(group) for key, group in by_key.items()}
        self._by_head: dict[str, list[tuple[Name, KnownDocument]]] = defaultdict(list)
        for name in self.names:
            if self._stands(by_id[name.node]):
                self._by_head[name.head].append((name, by_id[name.node]))

    def bearing(self, key: str | None) -> list[KnownDocument]:
        return self._by_key.get(key, []) if key else []

    def named_like(self, name: str) -> list[tuple[Name, KnownDocument]]:
        """Documents with a name that this one may be, shortened or drawn out."""
        cited = key_of(name)
        near = self._by_head.get(head_of(name), ())
        return [(other, known) for other, known in near if other.key.startswith(cited) or cited.startswith(other.key)]

    def _standing(self, group: list[KnownDocument]) -> list[KnownDocument]:
        """Each document once; one that prints no number has that of its entry, and the entry's date."""
        standing = {known.id: known for known in group if self._stands(known)}
        for entry in group:
            node = self.by_id[self.nodes.get(entry.id, entry.id)]
            if node.id not in standing:
                day = node.issued_on or entry.issued_on
                standing[node.id] = replace(
                    node, number=entry.number, number_key=entry.number_key, issued_on=day, is_inferred=True
                )
        return list(standing.values())

    def _stands(self, known: KnownDocument) -> bool:
        return known.held or self.nodes[known.id] == known.id


def known_for(
    links: Links, references: Iterable[Reference], more_keys: Iterable[str] = (), ids: Collection[str] = ()
) -> Known:
    """What the citations of these references may mean, these documents and entries, and what they may stand for."""
    keys: set[str] = set(more_keys)
    cited: set[str] = set()
    for reference in references:
        numbers = (reference.number, *(reading.number for reading in reference.readings))
        keys.update(key for number in numbers if (key := number_key(number)))
        if reference.name:
            cited.add(key_of(split_year(reference.name)[0]))
    kindred = Kindred(cited)
    bearers = {name.node for name in links.names(kindred.heads) if kindred.may_be(name.key)}
    found = links.known(keys, ids=bearers | set(ids))
    # An entry stands for a held document that bears its number, or prints none and bears its title.
    entries = [known for known in found if not known.held]
    titles = {name.key for entry in entries for name in names_of(entry)}
    found += links.known({entry.number_key for entry in entries if entry.number_key} - keys, links.bearers(titles))
    return Known(found, [name for known in found for name in names_of(known)])


def known_all(links: Links) -> Known:
    known = links.known()
    return Known(known, [name for document in known for name in names_of(document)])


def head_of(name: str) -> str:
    return key_of(name)[: min(NAME_HEAD_LENGTH, KEY_LENGTH)]


def _held_by_name(by_id: Mapping[str, KnownDocument], names: Iterable[Name]) -> dict[str, list[KnownDocument]]:
    """Held documents that print no number, by name."""
    found: dict[str, list[KnownDocument]] = defaultdict(list)
    for name in names:
        known = by_id[name.node]
        if known.held and known.number_key is None:
            found[name.key].append(known)
    return found


def _node_of_entry(
    entry: KnownDocument,
    by_key: Mapping[str, list[KnownDocument]],
    held_by_name: Mapping[str, list[KnownDocument]],
) -> str:
    """The held document that an entry describes, else the entry itself."""
    held = [known for known in by_key.get(entry.number_key or "", []) if known.held]
    same = [match.known.id for match in matches_by_number(_as_wanted(entry), held)]
    if not same:
        unnumbered = {known.id: known for name in names_of(entry) for known in held_by_name.get(name.key, [])}
        same = [known.id for known in unnumbered.values() if _may_be_same(entry, known)]
    return same[0] if len(same) == 1 else entry.id


def _may_be_same(entry: KnownDocument, held: KnownDocument) -> bool:
    is_other_day = bool(entry.issued_on and held.issued_on) and entry.issued_on != held.issued_on
    is_other_place = bool(entry.locality and held.locality) and not same_place(entry.locality, held.locality)
    return not is_other_day and not is_other_place


def _as_wanted(entry: KnownDocument) -> Wanted:
    place = place_of_known(entry)
    return Wanted(
        entry.number, entry.number_key, (), entry.kind, None, None, entry.issued_on, place, place.name is not None,
        entry.title, None,
    )  # fmt: skip
