"""The tree while it grows, and its freezing into provisions whose own spans join to the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.model import Provision, ProvisionKind


@dataclass(slots=True)
class Node:
    path: str
    kind: ProvisionKind
    label: str | None
    heading: str | None
    start: int
    parent: int | None
    page: int | None
    children: dict[str, int] = field(default_factory=dict)


NUMBERED = frozenset(
    {
        ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.SUBSECTION,
        ProvisionKind.ARTICLE,
        ProvisionKind.ROMAN, ProvisionKind.CLAUSE, ProvisionKind.POINT, ProvisionKind.APPENDIX,
        ProvisionKind.ATTACHMENT,
    }
)  # fmt: skip


# What frames a document, before and behind its units; a part of these may come again and is the same part.
_FRAME = frozenset({ProvisionKind.HEADER, ProvisionKind.PREAMBLE, ProvisionKind.CLOSING})
# A number that a document prints twice in one place: the second is "b*", so that no path names two units; from so
# many on they are counted ("b*4").
REPEATED = "*"
MOST_MARKS = 3


class Tree:
    """Nodes in reading order. A node without a number is addressed by its sign and count below its parent.

    No two nodes but those of the frame have one path: where a document prints a number again, the later ones are
    marked ("1/b", "1/b*", "1/b**").
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._times: dict[str, int] = {}

    def add(
        self, kind: ProvisionKind, step: str, start: int, parent: int | None, page: int | None,
        label: str | None = None, heading: str | None = None,
    ) -> int:  # fmt: skip
        return self.add_at(self._path(parent, step), kind, start, parent, page, label, heading)

    def add_at(
        self, path: str, kind: ProvisionKind, start: int, parent: int | None, page: int | None,
        label: str | None = None, heading: str | None = None,
    ) -> int:  # fmt: skip
        """Adds a node whose path is not its parent's and a step."""
        own = path if kind in _FRAME else self._unlike_others(path)
        self.nodes.append(Node(own, kind, label, heading, start, parent, page))
        return len(self.nodes) - 1

    def _unlike_others(self, path: str) -> str:
        times = self._times.get(path, 0)
        self._times[path] = times + 1
        return path + (REPEATED * times if times <= MOST_MARKS else f"{REPEATED}{times}")

    def holds(self, parent: int | None, step: str) -> bool:
        return self._path(parent, step) in self._times

    def _path(self, parent: int | None, step: str) -> str:
        above = self.nodes[parent].path if parent is not None else ""
        return f"{above}/{step}" if above else step

    def count(self, parent: int | None, sign: str) -> int:
        """The next number of the unnumbered children with this sign below a parent."""
        if parent is None:
            return 1 + sum(node.parent is None for node in self.nodes)
        children = self.nodes[parent].children
        children[sign] = children.get(sign, 0) + 1
        return children[sign]

    def freeze(self, length: int) -> tuple[Provision, ...]:
        self._drop_empty_preambles()
        starts = [*(node.start for node in self.nodes[1:]), length]
        ends = self._ends(length)
        return tuple(map(_provision, self.nodes, starts, ends))

    def _drop_empty_preambles(self) -> None:
        """A body that begins with a unit has no preamble: nothing lies between the two."""
        parents = {node.parent for node in self.nodes}
        kept: list[Node] = []
        moved: dict[int, int] = {}
        for index, node in enumerate(self.nodes):
            after = self.nodes[index + 1] if index + 1 < len(self.nodes) else None
            is_empty = after is not None and after.start == node.start and after.parent is None
            if node.kind is ProvisionKind.PREAMBLE and is_empty and index not in parents:
                continue
            moved[index] = len(kept)
            node.parent = None if node.parent is None else moved[node.parent]
            kept.append(node)
        self.nodes = kept

    def _ends(self, length: int) -> list[int]:
        """A unit ends where the next node begins that does not lie below it."""
        ends = [length] * len(self.nodes)
        open_nodes: list[int] = []
        for index, node in enumerate(self.nodes):
            while open_nodes and open_nodes[-1] != node.parent:
                ends[open_nodes.pop()] = node.start
            open_nodes.append(index)
        return ends


def _provision(node: Node, own_end: int, end: int) -> Provision:
    return Provision(
        path=node.path,
        kind=node.kind,
        label=node.label,
        heading=node.heading,
        start=node.start,
        own_end=own_end,
        end=end,
        parent=node.parent,
        numbered=node.kind in NUMBERED,
        page=node.page,
    )
