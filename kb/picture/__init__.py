"""A trace as a picture (SVG): boxes in layers, the reason of a line told by its dashes, not by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from xml.sax.saxutils import escape

from kb.model import Derivation, NodeRef, Reason, Trace, TraceNode
from kb.picture.layout import BOX_HEIGHT, BOX_WIDTH, MARGIN, Box, Layout, lay_out
from kb.trace.quoting import quoted
from kb.trace.words import REASONS, RELATIONS

__all__ = ["draw_trace"]

# A line's dashes and width by its reason, from what the text says to what is only alike.
_STYLES: Mapping[Reason, tuple[str, float]] = {
    Reason.EXPLICIT: ("none", 1.8),
    Reason.BY_NAME: ("11 4", 1.8),
    Reason.INHERITED: ("2 4", 1.8),
    Reason.REGISTERED: ("11 4 2 4", 1.8),
    Reason.SIMILAR: ("1 6", 1.4),
    Reason.STATED: ("none", 3.6),
}
# With more lines than this their words would cover each other; they stay in the tooltips.
MOST_LABELS = 40
_CHARACTERS = 34
# Characters of the quotation shown where the pointer rests on a line.
_QUOTE = 300
_TITLE_LINES = 2
_LEGEND_LINE = 24

_CSS = """
text{font:12px 'Noto Sans','DejaVu Sans',Arial,sans-serif;fill:#1a1a1a}
.name{font-weight:700}.note{font-size:11px;fill:#444}.warning{font-size:11px;fill:#8a1c00;font-weight:700}
.label{font-size:10.5px;fill:#333;paint-order:stroke;stroke:#fff;stroke-width:3px}
rect{fill:#fff;stroke:#333;stroke-width:1.4}rect.start{stroke-width:3.5;fill:#f3f6ff}rect.absent{stroke-dasharray:5 4}
path.edge{fill:none;stroke:#445}path.faint{stroke-opacity:.22}
""".strip()


def draw_trace(trace: Trace, links: Mapping[NodeRef, str] | None = None) -> str:
    """The picture as the text of an .svg file; every word of a document is escaped.

    A box of which `links` has an address is a link to it.
    """
    goals = links or {}
    layout = lay_out(trace)
    edges = list(dict.fromkeys((*trace.up, *trace.down)))
    legend = list(_legend(edges, layout.height))
    height = layout.height + _LEGEND_LINE * (len(legend) + 1)
    width = max(layout.width, BOX_WIDTH * 2 + 2 * MARGIN)
    name = escape(f"Nguồn gốc của {_name(trace.nodes[trace.start])}")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' height="{height:.0f}" role="img" aria-label="{_attribute(name)}">',
        f"<title>{name}</title><style>{_CSS}</style>",
        '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7"'
        ' orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" fill="#445"/></marker></defs>',
        f'<rect width="{width:.0f}" height="{height:.0f}" style="fill:#fff;stroke:none"/>',
        *_lines(trace, edges, layout),
        *(
            _linked(_box(trace.nodes[node], box, is_start=node == trace.start), goals.get(node))
            for node, box in layout.boxes.items()
        ),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lines(trace: Trace, edges: list[Derivation], layout: Layout) -> Iterator[str]:
    has_labels = len(edges) <= MOST_LABELS
    # In a crowded picture one line of each box is drawn in full, the others faintly: so each can be followed.
    plain = set(edges) if has_labels else set(_plain(edges, layout))
    for edge in edges:
        lower, upper = layout.boxes[edge.lower], layout.boxes[edge.upper]
        dashes, width = _STYLES[edge.reason]
        path, x, y = _curve(lower, upper)
        words = f"{RELATIONS[edge.relation]} – {REASONS[edge.reason]} ({edge.confidence:.0%})"
        quote = quoted(trace, edge, edge.evidence[0], _QUOTE) if edge.evidence else ""
        style = "edge" if edge in plain else "edge faint"
        yield (
            f'<path class="{style}" data-reason="{edge.reason.value}" d="{path}" stroke-dasharray="{dashes}"'
            f' stroke-width="{width}" marker-end="url(#arrow)"><title>{escape(words)}\n{escape(quote)}</title></path>'
        )
        if has_labels:
            label = RELATIONS[edge.relation]
            yield f'<text class="label" x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(label)}</text>'


def _plain(edges: list[Derivation], layout: Layout) -> Iterable[Derivation]:
    """Of each lower document, the line to the nearest row above it."""
    best: dict[NodeRef, tuple[float, Derivation]] = {}
    for edge in edges:
        height = layout.boxes[edge.lower].y - layout.boxes[edge.upper].y
        distance = height if height > 0 else layout.height
        if edge.lower not in best or distance < best[edge.lower][0]:
            best[edge.lower] = (distance, edge)
    return [edge for _, edge in best.values()]


def _curve(lower: Box, upper: Box) -> tuple[str, float, float]:
    """From the lower document's box to the upper one's, and the point for its label."""
    x1, x2 = lower.middle, upper.middle
    if upper.y < lower.y:
        y1, y2 = lower.y, upper.y + BOX_HEIGHT
    elif upper.y > lower.y:
        y1, y2 = lower.y + BOX_HEIGHT, upper.y
    else:
        return _arc(lower, upper)
    bend = (y2 - y1) / 2
    # A third of the way, near the lower box: lines that meet at one upper box are told apart there.
    return (
        f"M{x1:.0f} {y1:.0f}C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2:.0f}",
        (x1 * 0.7 + x2 * 0.3),
        y1 * 0.7 + y2 * 0.3,
    )


def _arc(lower: Box, upper: Box) -> tuple[str, float, float]:
    x1, x2, y = lower.middle, upper.middle, lower.y
    return f"M{x1:.0f} {y:.0f}C{x1:.0f} {y - 30:.0f} {x2:.0f} {y - 30:.0f} {x2:.0f} {y:.0f}", (x1 + x2) / 2, y - 26


def _box(node: TraceNode, box: Box, *, is_start: bool) -> str:
    kind = " ".join(name for name, holds in (("start", is_start), ("absent", not node.held)) if holds)
    lines = [f'<text class="name" x="{box.x + 10:.0f}" y="{box.y + 18:.0f}">{escape(_short(_name(node)))}</text>']
    y = box.y + 34
    for words in _description(node):
        lines.append(f'<text x="{box.x + 10:.0f}" y="{y:.0f}">{escape(words)}</text>')
        y += 15
    note = _note(node)
    if note:
        style = "warning" if node.warnings else "note"
        lines.append(
            f'<text class="{style}" x="{box.x + 10:.0f}" y="{box.y + BOX_HEIGHT - 8:.0f}">{escape(note)}</text>'
        )
    whole = "\n".join(part for part in (_name(node), node.title, node.text, *node.warnings) if part)
    return (
        f'<g><title>{escape(whole)}</title><rect class="{kind}" x="{box.x:.0f}" y="{box.y:.0f}"'
        f' width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="5"/>{"".join(lines)}</g>'
    )


def _linked(drawn: str, goal: str | None) -> str:
    return f'<a href="{_attribute(escape(goal))}">{drawn}</a>' if goal else drawn


def _name(node: TraceNode) -> str:
    number = node.number or node.title or "văn bản không rõ số"
    day = f" ({node.issued_on.day}/{node.issued_on.month}/{node.issued_on.year})" if node.issued_on else ""
    return f"{number} – {node.ref.path}" if node.ref.path else f"{number}{day}"


def _description(node: TraceNode) -> list[str]:
    words = (node.text if node.ref.path else node.title) or node.issuer or ""
    return wrap(" ".join(words.split()), _CHARACTERS, max_lines=_TITLE_LINES, placeholder="…")


def _note(node: TraceNode) -> str | None:
    if node.warnings:
        return _short(f"⚠ {_after_name(node.warnings[0], node)}")
    return None if node.held else "chưa có toàn văn"


def _after_name(warning: str, node: TraceNode) -> str:
    """The warning without the name that the box bears already: "đã được thay thế bởi …"."""
    place = warning.find(" đã ")
    return warning[place + 1 :] if node.number and place > 0 else warning


def _short(words: str) -> str:
    return words if len(words) <= _CHARACTERS else words[: _CHARACTERS - 1].rstrip() + "…"


def _legend(edges: Iterable[Derivation], top: float) -> Iterator[str]:
    """What the dashes mean, for the reasons that occur."""
    used = [reason for reason in Reason if any(edge.reason is reason for edge in edges)]
    for line, reason in enumerate(used):
        dashes, width = _STYLES[reason]
        y = top + _LEGEND_LINE * (line + 0.5)
        yield (
            f'<path class="edge" d="M{MARGIN} {y:.0f}h64" stroke-dasharray="{dashes}" stroke-width="{width}"/>'
            f'<text x="{MARGIN + 76}" y="{y + 4:.0f}">{escape(REASONS[reason])}</text>'
        )


def _attribute(escaped: str) -> str:
    return escaped.replace('"', "&quot;")
