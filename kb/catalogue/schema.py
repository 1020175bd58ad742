"""The tables of the catalogue, alike in SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    literal_column,
)

SCHEMA_VERSION = 1

metadata = MetaData()

# One row a key: "schema", and "version", the counter that every change of the catalogue raises by one.
meta = Table("meta", metadata, Column("key", String(32), primary_key=True), Column("value", Text, nullable=False))

# The values that hold (a correction, else what was read) stand in columns for queries; `body` is the whole Document.
documents = Table(
    "documents",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("source", Text, nullable=False, index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("number", Text),
    Column("number_key", String(80), index=True),
    Column("issued_on", Date),
    Column("kind", Text),
    Column("issuer", Text),
    Column("level", String(16)),
    Column("locality", Text),
    Column("title", Text),
    Column("signature", LargeBinary, nullable=False),
    Column("added_at", DateTime, nullable=False),
    Column("body", Text, nullable=False),
    Column("provisions", Text, nullable=False),
)

_document_id = ("document_id", String(16))


def _owner() -> Column[str]:
    return Column(*_document_id, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


references = Table(
    "document_references",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("number_key", String(80), index=True),
    Column("name_key", String(200), index=True),
    Column("relation", String(16), nullable=False),
    Column("place", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# The other numbers that a damaged one may be ("43/2024/QH1" as 43/2024/QH15): what waits for a document of that number.
readings = Table(
    "reference_readings",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("number_key", String(80), primary_key=True, index=True),
)

# Which edition of the reading program read a document; one without a row was read before editions were noted.
editions = Table("editions", metadata, _owner(), Column("edition", String(16), nullable=False))

tasks = Table(
    "tasks",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("place", Text, nullable=False),
    Column("due", Date, index=True),
    Column("body", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("id", String(40), primary_key=True),
    Column(*_document_id, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("vector_key", String(40), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

# Vectors belong to what was embedded, not to a document: a text that comes again is never embedded again.
vectors = Table(
    "vectors",
    metadata,
    Column("encoder", String(80), primary_key=True),
    Column("key", String(40), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

# Every file that was given, also one that turned out to be a document held already.
sources = Table(
    "sources",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("source", Text, nullable=False),
    Column("document_id", String(16), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

removed = Table(
    "removed",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("source", Text, nullable=False),
    Column("number", Text),
    Column("title", Text),
    Column("removed_at", DateTime, nullable=False),
)

registry = Table(
    "registry",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("number_key", String(80), index=True),
    Column("body", Text, nullable=False),
)

resolutions = Table(
    "resolutions",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("status", String(16), nullable=False),
    Column("rule", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    # The document cited, held or not (an id made of its number, place and date when nobody knows it); null: ambiguous.
    Column("node", String(80)),
    # The document through which it is cited, and the task and provision whose words cite it.
    Column("via_node", String(80)),
    Column("via_relation", String(16)),
    # What it does in a trace (see Role); null: nothing, it only mentions.
    Column("role", String(8)),
    Column("task", Text),
    Column("path", Text),
    # The sentence that shows it, kept for references that make an edge of a trace: text[quote_start:][:len(quote)].
    Column("quote", Text),
    Column("quote_start", Integer),
    Column("page", Integer),
)

Index("resolutions_by_node", resolutions.c.node, resolutions.c.role)
Index("resolutions_by_via", resolutions.c.via_node, resolutions.c.role)

# What a document or an entry of the registry may be called by: its number (key "#…"), its title, and the programme or
# law it issues. Kept apart from the document, so that what it was called is known when it has gone.
names = Table(
    "names",
    metadata,
    Column("node", String(80), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("head", String(24), nullable=False, index=True),
    Column("name", Text, nullable=False),
)

# An entry of the registry with the node that stands for it: the held document where its text is here.
entry_nodes = Table(
    "entry_nodes",
    metadata,
    Column("entry_id", String(80), primary_key=True),
    Column("node", String(80), nullable=False, index=True),
)

# What the registry says of two documents, by nodes. `number_key` is that of the upper one, to find it again.
registry_links = Table(
    "registry_links",
    metadata,
    Column("entry_id", String(80), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("lower", String(80), nullable=False, index=True),
    Column("upper", String(80), nullable=False, index=True),
    Column("relation", String(16), nullable=False),
    Column("scope", Text),
    Column("number", Text, nullable=False),
    Column("number_key", String(80), index=True),
    Column("said", Text, nullable=False),
)

# A reference points to one target when resolved, to several when ambiguous. A target is a document or an entry.
targets = Table(
    "resolution_targets",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("target_id", String(80), primary_key=True, index=True),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("body", Text, nullable=False),
)

# What changed at which version, so that an index in another process can follow without reading all.
changes = Table(
    "changes",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("document_id", String(16), primary_key=True),
)
Index("changes_by_document", changes.c.document_id)

# The head of a name cited: finds what waited for a title. Literal, so that SQLite sees that the index fits.
NAME_HEAD_LENGTH = 24
NAME_HEAD = literal_column(f"substr(name_key, 1, {NAME_HEAD_LENGTH})", String())
Index("references_by_name_head", NAME_HEAD, _table=references)
