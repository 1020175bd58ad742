"""Taking files into the catalogue: what is new is read, embedded and stored, one transaction a document."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from kb.catalogue import Catalogue, vector_key
from kb.catalogue.codec import Vector
from kb.corrections import is_corrections_file, load_corrections, with_corrections
from kb.errors import Busy, KbError, NotFound, StorageFault, UnreadableFile
from kb.model import AddOutcome, AddStatus, Correction, Document, DocumentSummary, Parsed, Passage
from kb.number import number_key
from kb.registry import REGISTRY_FILE, load_registry
from kb.resolve import resolve_after_change
from kb.settings import Settings
from kb.twins import Identity, Signature, is_same_document, resemblance, signature

# Called with (file, done, total, unit) while a file is read or embedded.
IntakeProgress = Callable[[str, int, int, str], None]


class Reader(Protocol):
    """What reads one file; `suffixes` are the endings it knows (".pdf")."""

    @property
    def suffixes(self) -> frozenset[str]: ...

    def __call__(
        self, path: Path, settings: Settings, progress: Callable[[int, int, str], None] | None = None
    ) -> Parsed: ...


class PassageEncoder(Protocol):
    """The part of an encoder that the intake needs. Vectors have the shape (passages, dimension)."""

    @property
    def name(self) -> str: ...

    def encode(self, passages: Sequence[Passage]) -> Vector: ...


@dataclass(frozen=True, slots=True)
class Intake:
    """Adds, follows and removes files. `encoder` is opened only when something must be embedded."""

    settings: Settings
    catalogue: Catalogue
    reader: Reader
    encoder: Callable[[], PassageEncoder]

    def add(self, paths: Sequence[Path], progress: IntakeProgress | None = None) -> Iterator[AddOutcome]:
        """Reads files and folders; one outcome a file, failures among them. Raises Busy while another process adds,
        NotFound when a folder holds no document."""
        files = [file for path in paths for file in self._files_of(path)]
        with self._alone():
            self._load_registries(paths)
            for file in files:
                yield self._take(file, progress)

    def sync(self, progress: IntakeProgress | None = None) -> Iterator[AddOutcome]:
        """Makes the catalogue equal to the corpus folder: adds, changes and removes."""
        corpus = self.settings.corpus
        files = self._files_of(corpus)
        with self._alone():
            self._load_registries([corpus])
            present = {str(file) for file in files}
            yield from self._remove_gone(present)
            for file in files:
                yield self._take(file, progress)

    def remove(self, document_id: str) -> None:
        with self._alone(), self.catalogue.writing() as writer:
            writer.remove(document_id)
            resolve_after_change(writer, [document_id])

    def correct(self, document: Document, correction: Correction) -> None:
        """Stores a person's correction; it wins over what was read, now and after every re-reading."""
        corrected = with_corrections(document, (*document.corrections, correction))
        with self._alone(), self.catalogue.writing() as writer:
            writer.add_correction(document.sha256, correction)
            writer.replace_document(corrected)
            resolve_after_change(writer, [document.id])

    def original(self, document: Document | DocumentSummary) -> Path:
        """The kept copy of a document's file."""
        return self.settings.home / "originals" / f"{document.sha256}{Path(document.source).suffix.lower()}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process writes at a time; reading and searching go on meanwhile."""
        try:
            self.settings.home.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.settings.home / "writing.lock", timeout=0)
            with lock:
                yield
        except Timeout as error:
            raise Busy(
                "một lệnh khác đang ghi vào kho", where=str(self.settings.home), remedy="đợi lệnh đó xong rồi chạy lại"
            ) from error
        except OSError as error:
            raise StorageFault(
                f"không ghi được vào thư mục dữ liệu: {error.strerror or error}",
                where=str(self.settings.home),
                remedy="kiểm tra quyền ghi và chỗ trống của KB_HOME",
            ) from error

    def _files_of(self, path: Path) -> list[Path]:
        if not path.exists():
            raise NotFound("không có tệp hoặc thư mục này", where=str(path), remedy="kiểm tra lại đường dẫn")
        if path.is_file():
            return [path]
        files = sorted(file for file in path.rglob("*") if self._is_document(file))
        if not files:
            known = ", ".join(sorted(self.reader.suffixes))
            raise NotFound("thư mục không có văn bản nào", where=str(path), remedy=f"các loại tệp đọc được: {known}")
        return files

    def _is_document(self, file: Path) -> bool:
        is_hidden = any(part.startswith((".", "~$")) for part in file.parts[-2:])
        return file.is_file() and not is_hidden and file.suffix.lower() in self.reader.suffixes

    def _load_registries(self, paths: Sequence[Path]) -> None:
        found = [path / REGISTRY_FILE for path in [*paths, self.settings.corpus] if (path / REGISTRY_FILE).is_file()]
        if not found:
            return
        entries = load_registry(found[0])
        if entries != self.catalogue.registry():
            with self.catalogue.writing() as writer:
                writer.put_registry(entries)
                resolve_after_change(writer, None)

    def _remove_gone(self, present: set[str]) -> Iterator[AddOutcome]:
        corpus = self.settings.corpus
        for source, (_, document_id) in sorted(self.catalogue.sources().items()):
            if source in present or not Path(source).is_relative_to(corpus):
                continue
            document = self.catalogue.document(document_id)
            with self.catalogue.writing() as writer:
                if document is None or document.source != source:
                    writer.drop_source(source)
                else:
                    writer.remove(document_id)
                    resolve_after_change(writer, [document_id])
            yield AddOutcome(source, AddStatus.REMOVED, document_id, "đã bỏ khỏi kho vì tệp không còn")

    def _take(self, file: Path, progress: IntakeProgress | None) -> AddOutcome:
        source = str(file)
        try:
            return self._take_named(file, source, progress)
        except (Busy, StorageFault):
            raise
        except KbError as error:
            return AddOutcome(source, AddStatus.FAILED, None, str(error))
        # A file that no reader foresaw must not stop the other files of the batch; the failure is named, not hidden.
        except Exception as error:  # noqa: BLE001
            return AddOutcome(source, AddStatus.FAILED, None, f"{source}: lỗi ngoài dự kiến khi đọc: {error!r}")

    def _take_named(self, file: Path, source: str, progress: IntakeProgress | None) -> AddOutcome:
        if is_corrections_file(file):
            return AddOutcome(source, AddStatus.UNCHANGED, None, "tệp đính chính, đọc cùng văn bản")
        digest = _digest(file)
        corrections = (*load_corrections(file), *self.catalogue.corrections(digest))
        known_id = self.catalogue.document_of_file(digest)
        if known_id:
            return self._take_again(source, known_id, corrections)
        parsed = self.reader(file, self.settings, _for_file(progress, source))
        parsed = replace(parsed, document=with_corrections(parsed.document, corrections))
        mark = signature(parsed.document.text)
        replaced_id = next((found.id for found in self.catalogue.find(source) if found.source == source), None)
        twin = self._twin_of(parsed.document, mark, replaced_id)
        if twin:
            with self.catalogue.writing() as writer:
                writer.add_source(digest, source, twin.id)
            return AddOutcome(source, AddStatus.TWIN, twin.id, f"trùng với {twin.number or twin.title} ({twin.source})")
        if replaced_id:
            parsed = _with_id(parsed, replaced_id)
        self._store(file, parsed, mark, progress)
        status = AddStatus.CHANGED if replaced_id else AddStatus.ADDED
        return AddOutcome(source, status, parsed.document.id, _described(parsed))

    def _take_again(self, source: str, document_id: str, corrections: tuple[Correction, ...]) -> AddOutcome:
        document = self.catalogue.document(document_id)
        if document and document.source == source and document.corrections != corrections:
            corrected = with_corrections(document, corrections)
            with self.catalogue.writing() as writer:
                writer.replace_document(corrected)
                resolve_after_change(writer, [document_id])
            return AddOutcome(source, AddStatus.CHANGED, document_id, "đã cập nhật đính chính")
        return AddOutcome(source, AddStatus.UNCHANGED, document_id, "không thay đổi")

    def _twin_of(self, document: Document, mark: Signature, replaced_id: str | None) -> DocumentSummary | None:
        likeness = {
            held_id: resemblance(mark, other)
            for held_id, other in self.catalogue.signatures().items()
            if held_id != replaced_id
        }
        near = sorted((held_id for held_id, value in likeness.items() if value > 0.2), key=lambda i: -likeness[i])
        summaries = {summary.id: summary for summary in self.catalogue.summaries(near)} if near else {}
        mine = _identity(document)
        return next(
            (summaries[i] for i in near if is_same_document(mine, _identity(summaries[i]), likeness[i])),
            None,
        )

    def _store(self, file: Path, parsed: Parsed, mark: Signature, progress: IntakeProgress | None) -> None:
        encoder = self.encoder()
        vectors = self._embed(parsed, encoder, progress)
        self._keep_original(file, parsed.document)
        with self.catalogue.writing() as writer:
            writer.put(parsed, mark, vectors, encoder.name)
            resolve_after_change(writer, [parsed.document.id])

    def _embed(self, parsed: Parsed, encoder: PassageEncoder, progress: IntakeProgress | None) -> Mapping[str, Vector]:
        by_key = {vector_key(passage): passage for passage in parsed.passages}
        known = self.catalogue.known_vectors(encoder.name, list(by_key))
        new = {key: passage for key, passage in by_key.items() if key not in known}
        if not new:
            return {}
        if progress:
            progress(parsed.document.source, 0, len(new), "đoạn")
        return dict(zip(new, encoder.encode(list(new.values())), strict=True))

    def _keep_original(self, file: Path, document: Document) -> None:
        kept = self.original(document)
        if kept.exists():
            return
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}.part")
        shutil.copyfile(file, part)
        part.replace(kept)


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            hasher = sha256()
            while block := stream.read(1 << 20):
                hasher.update(block)
            return hasher.hexdigest()
    except OSError as error:
        raise UnreadableFile(
            f"không mở được tệp: {error.strerror}", where=str(file), remedy="kiểm tra quyền đọc tệp"
        ) from error


def _identity(document: Document | DocumentSummary) -> Identity:
    issued_on = document.issued_on.isoformat() if document.issued_on else None
    return Identity(number_key(document.number), issued_on, document.issuer, document.locality)


def _with_id(parsed: Parsed, document_id: str) -> Parsed:
    """The document under the id that its file had before, its passages too."""
    old = parsed.document.id
    passages = tuple(replace(p, id=document_id + p.id.removeprefix(old)) for p in parsed.passages)
    return replace(parsed, document=replace(parsed.document, id=document_id), passages=passages)


def _for_file(progress: IntakeProgress | None, source: str) -> Callable[[int, int, str], None] | None:
    if progress is None:
        return None
    report = progress
    return lambda done, total, unit: report(source, done, total, unit)


def _described(parsed: Parsed) -> str:
    document = parsed.document
    name = " ".join(part for part in (document.kind, document.number) if part) or document.title or "văn bản"
    units = sum(provision.numbered for provision in parsed.provisions)
    return f"{name}: {units} điều khoản, {len(parsed.references)} viện dẫn, {len(parsed.tasks)} nhiệm vụ"
