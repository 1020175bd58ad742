"""Where the nodes of a trace stand: in layers by their distance from the start, what is above it upwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.model import Derivation, NodeRef, Relation, Trace

# Pixels. A box holds four lines of about 34 characters; a row of seven boxes fits a wide screen at 80 %.
BOX_WIDTH = 236
BOX_HEIGHT = 84
GAP_X = 28
GAP_Y = 34
GAP_LAYER = 74
MARGIN = 24
MOST_PER_ROW = 7
# Times that rows are ordered by the middle of their neighbours; more changes nothing that one sees.
_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Box:
    """The upper left corner of a node's box, in pixels."""

    x: float
    y: float

    @property
    def middle(self) -> float:
        return self.x + BOX_WIDTH / 2


@dataclass(frozen=True, slots=True)
class Layout:
    boxes: Mapping[NodeRef, Box]
    width: float
    height: float


def lay_out(trace: Trace) -> Layout:
    """A place for every node; rows of one layer lie closer together than layers do."""
    layers = _layers(trace)
    rows = _ordered([row for layer in sorted(layers) for row in _rows(layers[layer])], trace)
    first_rows = _first_rows(layers)
    widest = max(len(row) for row in rows)
    width = 2 * MARGIN + widest * BOX_WIDTH + (widest - 1) * GAP_X
    boxes: dict[NodeRef, Box] = {}
    y = float(MARGIN)
    for index, row in enumerate(rows):
        y += (GAP_LAYER - GAP_Y) if index in first_rows and index else 0
        x = (width - len(row) * BOX_WIDTH - (len(row) - 1) * GAP_X) / 2
        for node in row:
            boxes[node] = Box(x, y)
            x += BOX_WIDTH + GAP_X
        y += BOX_HEIGHT + GAP_Y
    return Layout(boxes, width, y - GAP_Y + MARGIN)


def _layers(trace: Trace) -> dict[int, list[NodeRef]]:
    above = _distances(trace.start, [_upwards(edge) for edge in trace.up])
    below = _distances(trace.start, [(edge.upper, edge.lower) for edge in trace.down])
    layers: dict[int, list[NodeRef]] = defaultdict(list)
    for node in trace.nodes:
        if node in above:
            layers[-above[node]].append(node)
        elif node in below:
            layers[below[node]].append(node)
        else:
            layers[_beside(node, above, below)].append(node)
    return layers


def _upwards(edge: Derivation) -> tuple[NodeRef, NodeRef]:
    """From the end nearer to the start to the farther one: a successor lies beyond what it replaced."""
    return (edge.upper, edge.lower) if edge.relation is Relation.REPLACES else (edge.lower, edge.upper)


def _distances(start: NodeRef, steps: Iterable[tuple[NodeRef, NodeRef]]) -> dict[NodeRef, int]:
    """Links from the start; a task and its document are one place, so that chains go on through the document."""
    onward: dict[str, list[NodeRef]] = defaultdict(list)
    for near, far in steps:
        onward[near.document_id].append(far)
    found, documents, level = {start: 0}, {start.document_id}, [start.document_id]
    distance = 0
    while level:
        distance += 1
        reached = [far for document in level for far in onward[document] if far not in found]
        level = []
        for node in reached:
            found.setdefault(node, distance)
            if node.document_id not in documents:
                documents.add(node.document_id)
                level.append(node.document_id)
    return found


def _beside(node: NodeRef, above: Mapping[NodeRef, int], below: Mapping[NodeRef, int]) -> int:
    """The layer of another node of the same document, for a node that no edge reaches."""
    layers = [-distance for other, distance in above.items() if other.document_id == node.document_id]
    layers += [distance for other, distance in below.items() if other.document_id == node.document_id]
    return min(layers, key=abs, default=0)


def _rows(layer: list[NodeRef]) -> list[list[NodeRef]]:
    count = -(-len(layer) // MOST_PER_ROW)
    size = -(-len(layer) // count)
    return [layer[first : first + size] for first in range(0, len(layer), size)]


def _first_rows(layers: Mapping[int, list[NodeRef]]) -> set[int]:
    firsts, row = set(), 0
    for layer in sorted(layers):
        firsts.add(row)
        row += len(_rows(layers[layer]))
    return firsts


def _ordered(rows: list[list[NodeRef]], trace: Trace) -> list[list[NodeRef]]:
    """Rows with each node near the middle of what it is linked to, so that fewer lines cross."""
    neighbours: dict[NodeRef, list[NodeRef]] = defaultdict(list)
    for edge in (*trace.up, *trace.down):
        neighbours[edge.lower].append(edge.upper)
        neighbours[edge.upper].append(edge.lower)
    places = {node: index - len(row) / 2 for row in rows for index, node in enumerate(row)}
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            row.sort(key=lambda node: _mean([places[other] for other in neighbours[node]], places[node]))
            places |= {node: index - len(row) / 2 for index, node in enumerate(row)}
    return rows


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
