"""Archives: record batches, Parquet files, Dask, Spark and Ray."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews import ArgumentError, MissingExtraError, Parser
from tradenews.scale import convert_parquet, output_schema, parse_batches, parse_dask, parse_ray, parse_spark
from tradenews.scale.adapters import _arrow_part

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
ROOT = Path(__file__).parent.parent
KINDS = ("figures", "deals", "actors", "articles")
SENTENCES = (
    "Exports of Chile to Peru rose {n} percent to $7 billion in 2016.",
    "Chile and Peru signed a free trade agreement.",
    "Die Ausfuhren von Mexiko stiegen 2016 auf {n} Milliarden Dollar.",
    "No news at all.",
)


def texts(count: int) -> list[str]:
    return [SENTENCES[n % 4].format(n=n) for n in range(count)]


def batches(count: int, size: int = 7) -> list[Any]:
    table = pa.table({"id": range(count), "text": texts(count), "note": [f"n{n}" for n in range(count)]})
    return list(table.to_batches(size))


def rows(found: Any) -> list[dict[str, Any]]:
    return [row for batch in found for row in batch.to_pylist()]


@pytest.mark.parametrize("workers", [None, 2])
def test_batches_give_what_the_parser_gives(workers: int | None) -> None:
    found = list(parse_batches(batches(30), keep=["id", "note"], workers=workers))
    assert [b.num_rows for b in found][:2] != [7, 7]
    assert len(found) == len(batches(30))
    wanted = []
    for n, text in enumerate(texts(30)):
        for row in tradenews.record_table(tradenews.parse(text)):
            wanted.append((n, f"n{n}", row["figure"], row["reporter"], row["low"], row["quote"]))
    got = [tuple(r[k] for k in ("id", "note", "figure", "reporter", "low", "quote")) for r in rows(found)]
    assert got == wanted
    assert all(batch.schema == output_schema(batches(1)[0].schema, keep=["id", "note"]) for batch in found)


@pytest.mark.parametrize("records", KINDS)
def test_each_kind_of_record(records: Any) -> None:
    found = rows(parse_batches(batches(8), records=records, keep=["id"]))
    articles = [tradenews.parse(text) for text in texts(8)]
    if records == "articles":
        assert [tradenews.from_json(row["json"]) for row in found] == articles
    else:
        assert len(found) == sum(len(getattr(article, records)) for article in articles) > 0
    assert {row["error"] for row in found} == {None}


def test_a_null_text_is_one_row_with_an_error() -> None:
    batch = pa.record_batch({"id": [1, 2, 3], "text": ["Exports rose 5%.", None, "Imports fell 3%."]})
    found = rows(parse_batches([batch], keep=["id"]))
    assert [(row["id"], row["error"] is None, row["figure"]) for row in found] == [
        (1, True, "f1"), (2, False, None), (3, True, "f1"),
    ]  # fmt: skip


def test_metadata_comes_from_columns() -> None:
    day = pa.array([18000], pa.date32())
    batch = pa.record_batch({"text": ["Exports rose 5 percent last year."], "published": day, "when": day,
                             "url": ["https://example.org/a"], "language": [None]})  # fmt: skip
    (row,) = rows(parse_batches([batch]))
    assert (row["published"], row["period"], row["url"]) == ("2019-04-14", "2018", "https://example.org/a")
    (row,) = rows(parse_batches([batch], metadata={"published": "when"}))
    assert (row["published"], row["url"]) == ("2019-04-14", None)
    (row,) = rows(parse_batches([batch], metadata={}))
    assert row["published"] is None


def test_a_parser_of_ones_own() -> None:
    batch = pa.record_batch({"body": ["Exports rose to $5 billion."]})
    (row,) = rows(parse_batches([batch], text="body", parser=Parser(languages=["en"], home="CA")))
    assert row["unit"] == "CAD"


def test_nothing_in_nothing_out() -> None:
    assert list(parse_batches([])) == []
    empty = batches(1)[0].slice(0, 0)
    for given in ([empty], [empty, *batches(3), empty]):
        found = list(parse_batches(given, keep=["id"]))
        assert len(found) == len(given)
        assert found[0].schema == output_schema(empty.schema, keep=["id"])


def test_batches_are_taken_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Any]:
        nonlocal taken
        while True:
            taken += 1
            yield batches(5, 5)[0]

    found = parse_batches(endless())
    for _ in range(3):
        next(found)
    assert taken == 3


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"text": "body"}, "text"),
        ({"keep": ["nothing"]}, "keep"),
        ({"keep": ["article"]}, "keep"),
        ({"records": "blocks"}, "records"),
        ({"metadata": {"date": "id"}}, "metadata"),
        ({"metadata": {"published": "day"}}, "metadata"),
    ],
)
def test_wrong_use_is_told(options: dict[str, Any], name: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        list(parse_batches(batches(3), **options))
    assert caught.value.name == name


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = batches(1)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match="arrow"):
        list(parse_batches(batch))


# Parquet


def archive(folder: Path, files: int = 3, count: int = 20) -> Path:
    source = folder / "news"
    for n in range(files):
        path = source / f"year={2016 + n}" / "part.parquet"
        path.parent.mkdir(parents=True)
        pq.write_table(pa.Table.from_batches(batches(count)), path)
    return source


def test_parquet_to_parquet(tmp_path: Path) -> None:
    source, target = archive(tmp_path), tmp_path / "figures"
    seen: list[Any] = []
    first = convert_parquet(source, target, keep=["id"], progress=seen.append)
    assert tuple(seen) == first
    assert [(r.texts, r.failures, r.skipped, r.error) for r in first] == [(20, 0, False, None)] * 3
    for report in first:
        table = pq.read_table(report.target)
        assert table.num_rows == report.records > 0
        assert table.select(["id", "low"]).to_pylist()[0] == {"id": 0, "low": Decimal(0)}
    before = {r.target: (os.stat(r.target).st_mtime_ns, Path(r.target).read_bytes()) for r in first}
    again = convert_parquet(source, target, keep=["id"])
    assert [(r.texts, r.records, r.skipped) for r in again] == [(r.texts, r.records, True) for r in first]
    assert {p: (os.stat(p).st_mtime_ns, Path(p).read_bytes()) for p in before} == before


def test_a_changed_source_or_plan_is_done_anew(tmp_path: Path) -> None:
    source, target = archive(tmp_path), tmp_path / "figures"
    first = convert_parquet(source, target)
    bytes_ = {r.target: Path(r.target).read_bytes() for r in first}
    pq.write_table(pa.Table.from_batches(batches(5)), first[1].source)
    assert [r.skipped for r in convert_parquet(source, target)] == [True, False, True]
    assert [r.skipped for r in convert_parquet(source, target, keep=["id"])] == [False] * 3
    assert [r.skipped for r in convert_parquet(source, target)] == [False] * 3
    assert Path(first[0].target).read_bytes() == bytes_[first[0].target], "the same input, other bytes"
    Path(first[2].target).write_bytes(b"cut off")
    assert [r.skipped for r in convert_parquet(source, target)] == [True, True, False]


def test_a_broken_file_fails_alone(tmp_path: Path) -> None:
    source, target = archive(tmp_path), tmp_path / "figures"
    (source / "year=2017" / "part.parquet").write_bytes(b"no Parquet")
    reports = convert_parquet(source, target)
    assert [r.error is None for r in reports] == [True, False, True]
    assert sorted(p.name for p in target.rglob("*") if p.is_file()) == ["part.parquet"] * 2


def test_one_file_is_an_archive_too(tmp_path: Path) -> None:
    source = archive(tmp_path, files=1) / "year=2016" / "part.parquet"
    (report,) = convert_parquet(source, tmp_path / "out", records="articles")
    assert Path(report.target) == tmp_path / "out" / "part.parquet"
    assert report.records == 20


def test_sources_are_never_written_over(tmp_path: Path) -> None:
    source = archive(tmp_path)
    for wrong in (source, source / "figures"):
        with pytest.raises(ArgumentError, match="target"):
            convert_parquet(source, wrong)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArgumentError, match="source"):
        convert_parquet(tmp_path / "empty", tmp_path / "out")


KILLED = """
import sys
from tradenews.scale import convert_parquet
if __name__ == "__main__":
    convert_parquet(sys.argv[1], sys.argv[2], progress=lambda report: print(report.skipped, flush=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_run_leaves_only_whole_files_and_is_taken_up(tmp_path: Path) -> None:
    source, target = archive(tmp_path, files=6, count=400), tmp_path / "figures"
    script = tmp_path / "run.py"
    script.write_text(KILLED)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.Popen([sys.executable, script, source, target], stdout=subprocess.PIPE, env=environment)
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(0.1)
    run.send_signal(signal.SIGKILL)
    run.communicate(timeout=30)
    whole = list(target.rglob("part.parquet"))
    assert 0 < len(whole) < 6
    assert all(pq.read_table(path).num_rows for path in whole)
    for part in target.rglob(".*.part"):
        os.utime(part, (0, 0))
    reports = convert_parquet(source, target)
    assert sum(r.skipped for r in reports) == len(whole)
    assert not [p for p in target.rglob("*") if p.is_file() and p.suffix == ".part"]


# Dask, Spark, Ray


def wanted(records: str) -> list[tuple[Any, ...]]:
    return sorted(summary(row) for row in rows(parse_batches(batches(40), records=records, keep=["id"])))  # type: ignore[arg-type]


def summary(row: dict[str, Any]) -> tuple[Any, ...]:
    names = ("id", "article", "kind", "low", "quote", "name", "parties")
    return tuple(repr(list(v) if isinstance(v, (list, tuple)) or hasattr(v, "tolist") else v)
                 for v in (row.get(n) for n in names))  # fmt: skip


@pytest.mark.parametrize("records", ["figures", "deals"])
@pytest.mark.filterwarnings("ignore")
def test_dask_on_two_processes(records: str) -> None:
    dask = pytest.importorskip("dask.dataframe")
    distributed = pytest.importorskip("distributed")
    pandas = pytest.importorskip("pandas")
    news = pandas.DataFrame({"id": range(40), "text": texts(40)})
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster),
    ):
        frame = parse_dask(dask.from_pandas(news, npartitions=4), records=records, keep=["id"])
        found = frame.compute()
        assert list(frame.columns) == list(found.columns)
    table = pa.Table.from_pandas(found, preserve_index=False)
    assert sorted(summary(row) for row in table.to_pylist()) == wanted(records)


@pytest.mark.parametrize("records", ["figures", "deals"])
@pytest.mark.filterwarnings("ignore")
def test_spark(records: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    try:
        session = (
            sql.SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate()
        )
    except Exception as error:
        pytest.skip(f"Spark does not start: {str(error)[:80]}")
    try:
        news = session.createDataFrame([(n, t) for n, t in enumerate(texts(40))], "id bigint, text string")
        found = parse_spark(news.repartition(4), records=records, keep=["id"]).collect()
        assert sorted(summary(row.asDict()) for row in found) == wanted(records)
    finally:
        session.stop()


@pytest.mark.parametrize("records", ["figures", "deals"])
@pytest.mark.filterwarnings("ignore")
def test_ray(records: str) -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, runtime_env={"env_vars": {"PYTHONPATH": str(ROOT)}})
    try:
        news = ray.data.from_arrow(pa.Table.from_batches(batches(40)).select(["id", "text"])).repartition(4)
        found = parse_ray(news, records=records, keep=["id"]).take_all()
        assert sorted(map(summary, found)) == wanted(records)
    finally:
        ray.shutdown()


def test_a_part_without_rows_has_its_columns() -> None:
    """What Dask takes as the pattern of a frame, and Ray gets from an empty block."""
    empty = batches(1)[0].schema.empty_table()
    assert _arrow_part(empty, {"keep": ["id"]}).schema.names[:2] == ["id", "article"]
