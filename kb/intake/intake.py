"""The intake: files in, one outcome a file, the catalogue whole at every moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kb.catalogue import Catalogue
from kb.corrections import is_corrections_file, load_corrections, with_corrections
from kb.errors import Busy, KbError, NotFound, StorageFault
from kb.intake.embedding import BATCH, PassageEncoder, embed_new, embed_stored
from kb.intake.files import Reader, digest_of, documents_below, forget_parts, keep_original, original_path
from kb.intake.identify import kin_of
from kb.intake.lock import writing_alone
from kb.model import AddOutcome, AddStatus, Correction, Document, DocumentSummary, Parsed
from kb.registry import REGISTRY_FILE, changed_entries, load_registry
from kb.resolve import resolve_after_change
from kb.settings import Settings
from kb.twins import Signature, signature

# Called with (file, done, total, unit) while a file is read or embedded.
IntakeProgress = Callable[[str, int, int, str], None]

# Seconds that a change made in the app waits for a running `kb add` to end its present document.
_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Intake:
    """Adds, follows, corrects and removes. `encoder` is opened only when something must be embedded."""

    settings: Settings
    catalogue: Catalogue
    reader: Reader
    encoder: Callable[[], PassageEncoder]

    def add(self, paths: Sequence[Path], progress: IntakeProgress | None = None) -> Iterator[AddOutcome]:
        """Reads files and folders; one outcome a file, failures among them.

        Raises Busy while another process adds, NotFound for a path that does not exist or a folder without documents.
        """
        files = [file for path in paths for file in documents_below(path, self.reader.suffixes)]
        with writing_alone(self.settings.home):
            forget_parts(self.settings.home)
            self._load_registry([*paths, self.settings.corpus])
            yield from self._take_all(files, progress)

    def sync(self, progress: IntakeProgress | None = None) -> Iterator[AddOutcome]:
        """Makes the catalogue equal to the corpus folder: adds, changes, removes, and embeds what has no vector."""
        files = documents_below(self.settings.corpus, self.reader.suffixes)
        with writing_alone(self.settings.home):
            forget_parts(self.settings.home)
            self._load_registry([self.settings.corpus])
            yield from self._remove_gone({str(file) for file in files})
            yield from self._take_all(files, progress)
            self._embed_bare(progress)

    def reread(self, document_ids: Sequence[str], progress: IntakeProgress | None = None) -> Iterator[AddOutcome]:
        """Reads the kept originals of documents again, with what people corrected, decided and named unchanged.

        One outcome a document, failures among them; what failed stays as it was. Raises Busy while another adds.
        """
        with writing_alone(self.settings.home):
            for document_id in document_ids:
                document = self.catalogue.document(document_id)
                if document is not None:
                    yield self._named(document.source, partial(self._read_again, document, progress))

    def preview(self, file: Path, parsed: Parsed) -> AddOutcome:
        """What `accept` would do with a file that was read; writes nothing. The message is Vietnamese."""
        source = str(file)
        known_id = self.catalogue.document_of_file(parsed.document.sha256)
        if known_id:
            return AddOutcome(source, AddStatus.UNCHANGED, known_id, "tệp này đã có trong kho")
        kin = kin_of(parsed, signature(parsed.document.text), self.catalogue)
        if kin.twin:
            return _twin_outcome(source, kin.twin)
        if kin.version:
            return AddOutcome(source, AddStatus.CHANGED, kin.version.id, _version_note(kin.version, kin.difference))
        return AddOutcome(source, AddStatus.ADDED, None, _described(parsed))

    def accept(
        self,
        file: Path,
        source: str,
        parsed: Parsed,
        corrections: Sequence[Correction] = (),
        replaces: str | None = None,
    ) -> AddOutcome:
        """Stores what was read and seen by a person, with that person's corrections, under the name `source`.

        `replaces` is the id of the held document that this is a new version of; the id is kept.
        """
        document = replace(parsed.document, source=source)
        document = with_corrections(document, (*document.corrections, *corrections))
        parsed = replace(parsed, document=document)
        with writing_alone(self.settings.home, _PATIENCE_S):
            return self._store(file, parsed, signature(document.text), replaces, None, corrections)

    def correct(self, document: Document, correction: Correction) -> None:
        """Stores a person's correction; it wins over what was read, now and after every re-reading."""
        corrected = with_corrections(document, (*document.corrections, correction))
        with writing_alone(self.settings.home, _PATIENCE_S), self.catalogue.writing() as writer:
            writer.add_correction(document.sha256, correction)
            writer.replace_document(corrected)
            resolve_after_change(writer, [document.id])

    def remove(self, document_id: str) -> None:
        with writing_alone(self.settings.home, _PATIENCE_S), self.catalogue.writing() as writer:
            writer.remove(document_id)
            resolve_after_change(writer, [document_id])

    def put_back(self, file: Path, source: str) -> AddOutcome:
        """Reads a kept original again, under the name it had. Raises what the reader raises."""
        parsed = self._read_kept(file, source, None)
        with writing_alone(self.settings.home, _PATIENCE_S):
            return self._store(file, parsed, signature(parsed.document.text), None, None)

    def original(self, document: Document | DocumentSummary) -> Path:
        """The kept copy of a document's file."""
        return original_path(self.settings.home, document)

    def _load_registry(self, folders: Sequence[Path]) -> None:
        found = [folder / REGISTRY_FILE for folder in folders if (folder / REGISTRY_FILE).is_file()]
        if not found:
            return
        entries, known = load_registry(found[0]), self.catalogue.registry()
        if entries != known:
            with self.catalogue.writing() as writer:
                writer.put_registry(entries)
                resolve_after_change(writer, changed_entries(known, entries))

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

    def _embed_bare(self, progress: IntakeProgress | None) -> None:
        """Embeds what has no vector of the present encoder: after a change of KB_ENCODER, everything."""
        encoder = self.encoder()
        if not self.catalogue.count_without_vector(encoder.name):
            return
        bare = [stored for stored in self.catalogue.passages(encoder=encoder.name) if stored.vector is None]
        for start in range(0, len(bare), BATCH):
            if progress:
                progress(encoder.name, start, len(bare), "đoạn")
            vectors = embed_stored(bare[start : start + BATCH], encoder)
            with self.catalogue.writing() as writer:
                writer.add_vectors(encoder.name, vectors)

    def _take_all(self, files: Sequence[Path], progress: IntakeProgress | None) -> Iterator[AddOutcome]:
        for file in files:
            yield self._named(str(file), partial(self._take, file, str(file), progress))

    @staticmethod
    def _named(source: str, take: Callable[[], AddOutcome]) -> AddOutcome:
        """What became of one file; its failure is an outcome, so that the others of the batch go on."""
        try:
            return take()
        except (Busy, StorageFault):
            raise
        except KbError as error:
            return AddOutcome(source, AddStatus.FAILED, None, str(error))
        # A file that no reader foresaw must not stop the others; its failure is named, not hidden.
        except Exception as error:  # noqa: BLE001
            return AddOutcome(source, AddStatus.FAILED, None, f"{source}: lỗi ngoài dự kiến khi đọc: {error!r}")

    def _take(self, file: Path, source: str, progress: IntakeProgress | None) -> AddOutcome:
        if is_corrections_file(file):
            return AddOutcome(source, AddStatus.UNCHANGED, None, "tệp đính chính, được đọc cùng văn bản")
        digest = digest_of(file)
        corrections = (*load_corrections(file), *self.catalogue.corrections(digest))
        known_id = self.catalogue.document_of_file(digest)
        if known_id:
            return self._take_again(source, known_id, corrections)
        parsed = self.reader(file, self.settings, _for_file(progress, source))
        parsed = replace(parsed, document=with_corrections(parsed.document, corrections))
        replaced_id = next((found.id for found in self.catalogue.find(source) if found.source == source), None)
        mark = signature(parsed.document.text)
        kin = kin_of(parsed, mark, self.catalogue, replaced_id)
        if kin.twin:
            with self.catalogue.writing() as writer:
                writer.add_source(digest, source, kin.twin.id)
            return _twin_outcome(source, kin.twin)
        outcome = self._store(file, parsed, mark, replaced_id, progress)
        if kin.version:
            return replace(outcome, message=f"{outcome.message}; {_version_note(kin.version, kin.difference)}")
        return outcome

    def _read_again(self, held: Document, progress: IntakeProgress | None) -> AddOutcome:
        kept = self.original(held)
        file = kept if kept.is_file() else Path(held.source)
        if not file.is_file() or digest_of(file) != held.sha256:
            raise NotFound("không còn tệp gốc để đọc lại", where=held.source, remedy="thêm lại tệp bằng `kb add`")
        parsed = self._read_kept(file, held.source, progress)
        return self._store(file, parsed, signature(parsed.document.text), held.id, progress)

    def _read_kept(self, file: Path, source: str, progress: IntakeProgress | None) -> Parsed:
        """What a file that was held under the name `source` says now, with what people corrected of it."""
        parsed = self.reader(file, self.settings, _for_file(progress, source))
        document = replace(parsed.document, source=source)
        corrections = (*load_corrections(Path(source)), *self.catalogue.corrections(document.sha256))
        return replace(parsed, document=with_corrections(document, corrections))

    def _take_again(self, source: str, document_id: str, corrections: tuple[Correction, ...]) -> AddOutcome:
        document = self.catalogue.document(document_id)
        if document is None or document.source != source or document.corrections == corrections:
            return AddOutcome(source, AddStatus.UNCHANGED, document_id, "không thay đổi")
        with self.catalogue.writing() as writer:
            writer.replace_document(with_corrections(document, corrections))
            resolve_after_change(writer, [document_id])
        return AddOutcome(source, AddStatus.CHANGED, document_id, "đã cập nhật đính chính")

    def _store(
        self,
        file: Path,
        parsed: Parsed,
        mark: Signature,
        replaced_id: str | None,
        progress: IntakeProgress | None,
        made: Sequence[Correction] = (),
    ) -> AddOutcome:
        """Embeds and stores a document; `made` are corrections that lie in no file and must be kept with it."""
        if replaced_id:
            parsed = _with_id(parsed, replaced_id)
        document = parsed.document
        report = None if progress is None else _report(progress, document.source)
        encoder = self.encoder()
        vectors = embed_new(parsed.passages, self.catalogue, encoder, report)
        keep_original(self.settings.home, file, document)
        with self.catalogue.writing() as writer:
            writer.put(parsed, mark, vectors, encoder.name)
            for correction in made:
                writer.add_correction(document.sha256, correction)
            resolve_after_change(writer, [document.id])
        status = AddStatus.CHANGED if replaced_id else AddStatus.ADDED
        return AddOutcome(document.source, status, document.id, _described(parsed))


def _with_id(parsed: Parsed, document_id: str) -> Parsed:
    """The document under the id that its file had before, its passages too."""
    old = parsed.document.id
    passages = tuple(replace(p, id=document_id + p.id.removeprefix(old)) for p in parsed.passages)
    return replace(parsed, document=replace(parsed.document, id=document_id), passages=passages)


def _for_file(progress: IntakeProgress | None, source: str) -> Callable[[int, int, str], None] | None:
    return None if progress is None else (lambda done, total, unit: progress(source, done, total, unit))


def _report(progress: IntakeProgress, source: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(source, done, total, "đoạn")


def _twin_outcome(source: str, twin: Document) -> AddOutcome:
    return AddOutcome(source, AddStatus.TWIN, twin.id, f"trùng với {_name(twin)}")


def _version_note(held: Document, difference: str | None) -> str:
    return f"có thể là bản khác của {_name(held)}" + (f"; {difference}" if difference else "")


def _name(document: Document) -> str:
    return f"{document.number or document.title or document.id} ({document.source})"


def _described(parsed: Parsed) -> str:
    document = parsed.document
    name = " ".join(part for part in (document.kind, document.number) if part) or document.title or "văn bản"
    units = sum(provision.numbered for provision in parsed.provisions)
    return f"{name}: {units} điều khoản, {len(parsed.references)} viện dẫn, {len(parsed.tasks)} nhiệm vụ"
