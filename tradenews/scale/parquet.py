"""Parquet to Parquet, file by file: what is done stays done, and a run can be broken off and begun again."""

from __future__ import annotations

import glob
import hashlib
import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, frozen

from tradenews.errors import ArgumentError
from tradenews.io.arrow import pyarrow_module
from tradenews.parser import Parser
from tradenews.scale.batches import Plan, Records, parse_batches

if TYPE_CHECKING:
    import pyarrow

_ROWS = 256  # texts in a batch: about a megabyte of news
_MARK, _COUNTS = b"tradenews.made_from", b"tradenews.counts"
_PART = ".part"
_STALE = 3600  # seconds after which nobody writes to a part any more


@frozen
class FileReport:
    """One file done: ``texts`` read, ``records`` written, ``failures`` among the texts.

    ``skipped`` tells that its target was there already, made from the same file in the same way; ``error``
    that the file could not be read or written, and that nothing was.
    """

    source: str  #: path of the file that was read
    target: str  #: path of the file that was written
    texts: int  #: rows of the source
    records: int  #: rows of the target, those of failures left out
    failures: int  #: texts that gave an error in place of records
    skipped: bool = False  #: was it done before?
    error: str | None = None  #: why the file as a whole failed


def convert_parquet(
    source: str | Path,
    target: str | Path,
    *,
    records: Records = "figures",
    text: str = "text",
    keep: Sequence[str] = (),
    metadata: Mapping[str, str] | None = None,
    parser: Parser | None = None,
    workers: int | None = None,
    seconds: float | None = None,
    progress: Callable[[FileReport], object] | None = None,
) -> tuple[FileReport, ...]:
    """The texts of a Parquet file, or of each ``*.parquet`` of a folder, to a file of records each.

    A file is written under another name and renamed when it is whole, so that whatever lies at ``target`` is
    complete; run again, only what is missing is done, or what was made from another file or in another way.
    The arguments are those of :func:`parse_batches`; ``progress`` is called with each file's report. A file
    that cannot be read fails alone. Not compared are a ``parser`` of your own and the version of this
    library: begin a new folder when they change.

    :class:`ArgumentError` where there is nothing to read, or the target lies among the sources.

    >>> import pyarrow as pa, pyarrow.parquet, tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     news = pa.table({"id": [1], "text": ["Exports of Chile rose 5 percent."]})
    ...     pa.parquet.write_table(news, Path(folder) / "news.parquet")
    ...     for _ in range(2):
    ...         (report,) = convert_parquet(Path(folder) / "news.parquet", Path(folder) / "out", keep=["id"])
    ...         print(report.texts, report.records, report.failures, report.skipped)
    1 1 0 False
    1 1 0 True
    """
    pyarrow_module("reading Parquet files")
    plan = Plan(records, text, tuple(keep), metadata)
    jobs = (_Job(file, Path(target) / name, plan) for file, name in _files(Path(source), Path(target)))
    options: dict[str, Any] = {
        "records": records, "text": text, "keep": tuple(keep), "metadata": metadata, "parser": parser,
        "workers": workers, "seconds": seconds,
    }  # fmt: skip
    done = []
    for report in _reports(jobs, options):
        done.append(report)
        if progress is not None:
            progress(report)
    return tuple(done)


def _reports(jobs: Iterable[_Job], options: dict[str, Any]) -> Iterator[FileReport]:
    """All files through one stream of batches, so that processes are started once and none has to wait."""
    begun: deque[_Job] = deque()
    under_way: deque[_Job] = deque()  # the job of each batch that is being read

    def batches() -> Iterator[pyarrow.RecordBatch]:
        for job in jobs:
            begun.append(job)
            for batch in job.batches():
                under_way.append(job)
                yield batch

    try:
        for batch in parse_batches(batches(), **options):
            under_way.popleft().write(batch)
            while begun and begun[0].complete:
                yield begun.popleft().finish()
        while begun:
            yield begun.popleft().finish()
    finally:
        for job in begun:
            job.discard()


@define(eq=False)
class _Job:
    """One file on its way: it is written under another name, and renamed when it is whole."""

    file: Path
    out: Path
    plan: Plan
    total: int | None = None  # texts in the file
    given: int = 0  # batches handed out, and of them
    written: int = 0  # those that came back
    texts: int = 0
    records: int = 0
    failures: int = 0
    skipped: bool = False
    error: str | None = None
    mark: bytes = b""
    writer: Any = None

    @property
    def part(self) -> Path:
        """Where it is written to, until it is whole."""
        return self.out.with_name(f".{self.out.name}.{os.getpid()}{_PART}")

    @property
    def complete(self) -> bool:
        """Is there nothing more to come?"""
        read = self.skipped or self.error is not None or self.texts == self.total
        return read and self.given == self.written

    def batches(self) -> Iterator[pyarrow.RecordBatch]:
        """The texts; none where the work was done before, and no more where the file turns out broken."""
        import pyarrow.parquet

        try:
            self.mark = _mark(self.file, self.plan)
            if self._done_before():
                return
            with pyarrow.parquet.ParquetFile(self.file) as archive:
                self._open(archive.schema_arrow)
                self.total = archive.metadata.num_rows
                for batch in archive.iter_batches(_ROWS):
                    self.texts += batch.num_rows
                    self.given += 1
                    yield batch
        except (OSError, pyarrow.ArrowException) as error:
            self._fail(error)

    def write(self, batch: pyarrow.RecordBatch) -> None:
        """Write the records of the next batch."""
        import pyarrow

        self.written += 1
        failed = batch.num_rows - batch.column("error").null_count
        self.records += batch.num_rows - failed
        self.failures += failed
        if self.error is None:
            try:
                self.writer.write_batch(batch)
            except (OSError, pyarrow.ArrowException) as error:
                self._fail(error)

    def finish(self) -> FileReport:
        """Give the file its name, and say what is in it."""
        counts = (self.texts, self.records, self.failures)
        if not self.skipped and self.error is None:
            try:
                self.writer.add_key_value_metadata({_MARK: self.mark, _COUNTS: json.dumps(counts).encode()})
                self.writer.close()
                with self.part.open("rb+") as whole:
                    os.fsync(whole.fileno())
                self.part.replace(self.out)
            except OSError as error:
                self._fail(error)
        self.discard()
        if self.error is not None:
            counts = (0, 0, 0)
        return FileReport(str(self.file), str(self.out), *counts, skipped=self.skipped, error=self.error)

    def discard(self) -> None:
        """Leave nothing but a whole file."""
        if self.writer is not None:
            self.writer.close()
            self.part.unlink(missing_ok=True)

    def _fail(self, error: Exception) -> None:
        self.error = f"{type(error).__name__}: {error}"

    def _open(self, schema: pyarrow.Schema) -> None:
        import pyarrow.parquet

        self.out.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(self.out)
        self.writer = pyarrow.parquet.ParquetWriter(self.part, self.plan.schema(schema))

    def _done_before(self) -> bool:
        """Is the target there, made from this in this way?"""
        import pyarrow.parquet

        if not self.out.is_file():
            return False
        try:
            found = pyarrow.parquet.read_metadata(self.out).metadata or {}
        except (OSError, pyarrow.ArrowException):
            return False
        if found.get(_MARK) == self.mark:
            self.texts, self.records, self.failures = json.loads(found[_COUNTS])
            self.skipped = True
        return self.skipped


def _files(source: Path, target: Path) -> list[tuple[Path, Path]]:
    """The files to read, each with the name it gets below the target."""
    if source.is_file():
        pairs = [(source, Path(source.name))]
    else:
        pairs = [(p, p.relative_to(source)) for p in sorted(source.rglob("*.parquet")) if p.is_file()]
    if not pairs:
        raise ArgumentError("source", str(source), "is no Parquet file and no folder that holds some")
    if target.resolve() == (source if source.is_dir() else source.parent).resolve() or (
        source.is_dir() and source.resolve() in target.resolve().parents
    ):
        raise ArgumentError("target", str(target), "lies among the sources; choose another folder")
    return pairs


def _mark(file: Path, plan: Plan) -> bytes:
    """What a target is made from: the bytes of the source, and the plan."""
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    metadata = None if plan.metadata is None else dict(sorted(plan.metadata.items()))
    return json.dumps([digest, plan.records, plan.text, plan.keep, metadata]).encode()


def _remove_leftovers(out: Path) -> None:
    """Remove what runs that were killed left of a target; what was written to lately may be another's."""
    for part in out.parent.glob(f".{glob.escape(out.name)}.*{_PART}"):
        if time.time() - part.stat().st_mtime > _STALE:
            part.unlink(missing_ok=True)
