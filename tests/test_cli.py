"""The command line, run as a user would."""

import csv
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tradenews import from_json, parse, samples
from tradenews.cli import main, screen
from tradenews.cli.completion import completion
from tradenews.cli.options import make_options

TEXT = "Mexican exports to China rose 12.2 percent in 2016."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tradenews", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False)


def test_a_file_becomes_a_line_of_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(file)]) == 0
    assert from_json(capsys.readouterr().out) == parse(TEXT)


def test_a_pipe() -> None:
    done = run("parse", "-", stdin=TEXT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert from_json(done.stdout).figures == parse(TEXT).figures


def test_bad_files_are_named_and_the_rest_is_done(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    binary = file.with_name("b.txt")
    binary.write_bytes(b"\x00\x01\x02")
    assert main(["parse", str(binary), str(file.with_name("none.txt")), str(file)]) == 1
    done = capsys.readouterr()
    assert len(done.out.splitlines()) == 1
    assert "b.txt: holds binary data" in done.err
    assert "none.txt: No such file" in done.err


def test_a_folder(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file.parent / "deep").mkdir()
    (file.parent / "deep" / "c.txt").write_text("贸易", encoding="utf-16")
    assert main(["parse", str(file.parent), "--workers", "2"]) == 0
    assert [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()] == [TEXT, "贸易"]


def test_an_empty_folder_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(tmp_path)]) == 1
    assert "holds none of .txt" in capsys.readouterr().err


def test_formats(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--format", "json", str(file), str(file)]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert main(["parse", "--format", "table", str(file)]) == 0
    out = capsys.readouterr().out
    assert "12.2 percent" in out
    assert "exports" in out


def test_old_encodings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Die Ausfuhren stiegen um 5 Prozent nach Österreich.".encode("cp1252"))
    assert main(["parse", str(path)]) == 0
    assert "Österreich" in capsys.readouterr().out


def test_explain(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(file), "f1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("f1  '12.2 percent'")
    assert "kind = exports" in out
    assert main(["explain", str(file), "f9"]) == 2
    assert "no record 'f9'" in capsys.readouterr().err


def test_tables_for_other_programs(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(file), str(file), "--format", "csv"]) == 0
    first, second = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (first["kind"], first["low"], second["partnerISO"]) == ("exports", "12.2", "CHN")
    out = tmp_path / "out.csv"
    assert main(["parse", str(file), "--format", "csv", "--rows", "actors", "-o", str(out)]) == 0
    rows = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8")))
    assert [row["actor"] for row in rows] == ["MX", "CN"]
    assert capsys.readouterr().out == ""
    out = tmp_path / "out.parquet"
    assert main(["parse", str(file), str(file), "--format", "parquet", "-o", str(out)]) == 0
    assert [row["low"] for row in pq.read_table(out).to_pylist()] == [Decimal("12.2")] * 2
    assert main(["parse", str(file), "--format", "parquet"]) == 2
    assert "name a file" in capsys.readouterr().err


def test_parquet_of_nothing_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")
    out = tmp_path / "out.parquet"
    assert main(["parse", str(tmp_path / "a.jsonl"), "--format", "parquet", "-o", str(out)]) == 0
    assert pq.read_table(out).num_rows == 0


def test_json_lines_with_other_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"doc": {"body": TEXT}, "day": "2017-09-07", "head": "Trade"}, {"doc": {}}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    names = ["--text-field", "doc.body", "--field", "published=day", "--field", "title=head"]
    assert main(["parse", str(path), *names]) == 1
    done = capsys.readouterr()
    article = from_json(done.out)
    assert (article.title, article.published.edtf, article.text) == ("Trade", "2017-09-07", TEXT)
    assert "a.jsonl:2: no text under 'doc.body'" in done.err
    assert main(["parse", str(path), "--field", "day"]) == 2
    assert main(["parse", str(path), "--field", "date=day"]) == 2
    assert "known: published" in capsys.readouterr().err


def test_pages_and_feeds(capsys: pytest.CaptureFixture[str]) -> None:
    pages = Path(__file__).parent / "pages"
    assert main(["parse", str(pages / "news.html"), str(pages / "feed.xml")]) == 0
    page, entry, empty = map(from_json, capsys.readouterr().out.splitlines())
    assert (page.title, entry.title, empty.title) == ("Lemon exports climb", "Tea exports fall", "No text")


def test_words_and_actors_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("ACMW exported 5 tonnes of widgetine to Peru.", encoding="utf-8")
    (tmp_path / "own.toml").write_text('[goods]\n3926 = ["widgetine"]\n', encoding="utf-8")
    (tmp_path / "firms.toml").write_text('[[actor]]\nname = "Acme"\naliases = ["ACMW"]\n', encoding="utf-8")
    own = ["--lexicon", str(tmp_path / "own.toml"), "--watchlist", str(tmp_path / "firms.toml")]
    assert main(["parse", str(tmp_path / "a.txt"), *own]) == 0
    article = from_json(capsys.readouterr().out)
    assert article.figures[0].product.hs == "3926"
    assert article.actor("acme").name == "Acme"
    for broken in (["--lexicon", str(tmp_path / "firms.toml")], ["--watchlist", str(tmp_path / "own.toml")],
                   ["--lexicon", str(tmp_path / "none.toml")]):  # fmt: skip
        assert main(["parse", str(tmp_path / "a.txt"), *broken]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("chart", ["flows", "figures", "deals"])
def test_charts(chart: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.png"
    assert main(["chart", chart, str(file), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    assert main(["chart", chart, str(file), "-o", str(tmp_path / "out.doc")]) == 2
    assert ".png, .svg or .pdf" in capsys.readouterr().err


def test_colours_only_on_a_terminal(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in (["parse", "--format", "table"], ["explain"], ["reconcile"]):
        assert main([*verb, str(file)]) == 0
        assert "\x1b" not in capsys.readouterr().out
    assert main(["parse", "--format", "table", "--color", "always", str(file)]) == 0
    painted = capsys.readouterr().out
    assert main(["parse", "--format", "table", str(file)]) == 0
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == capsys.readouterr().out


def on_terminal(*arguments: str, **environment: str) -> tuple[str, bytes]:
    """What a person sees on a real terminal, and what comes out of the pipe beside it."""
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "tradenews", *arguments]
    done = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=terminal, env={**os.environ, "TERM": "xterm", **environment}
    )
    os.close(terminal)
    out, _ = done.communicate(timeout=120)
    seen = b""
    while True:
        try:
            part = os.read(controller, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(controller)
    return seen.decode(), out


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
def test_quick_work_shows_no_progress_on_a_terminal(file: Path) -> None:
    seen, out = on_terminal("parse", str(file))
    assert seen == ""
    assert json.loads(out)["text"] == TEXT


def test_long_work_shows_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(screen.time, "monotonic", lambda: now[0])

    def slow() -> Iterator[int]:
        for n in range(6):
            now[0] += 1
            yield n

    for shown in (True, False):
        now[0], stream = 0.0, io.StringIO()
        progress = screen.Progress(stream, shown=shown)
        progress.failed = 1
        assert list(progress.watch(slow())) == list(range(6))
        lines = stream.getvalue().split("\r\x1b[K")
        told = ["", *(f"{n} articles, 1 a second, 1 failed" for n in range(2, 7)), ""]
        assert lines == (told if shown else [""])


def test_help_shows_examples_and_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ([], ["parse"], ["explain"], ["reconcile"], ["chart"]):
        with pytest.raises(SystemExit) as caught:
            main([*verb, "--help"])
        assert caught.value.code == 0
        out = capsys.readouterr().out
        assert "examples:" in out
        assert "exit status: 0" in out
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("tradenews")


def test_an_interruption_is_no_traceback(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tradenews.cli.verbs.to_json", stop)
    assert main(["parse", str(file)]) == 130


def completed(*words: str) -> list[str]:
    """What bash offers for the last of the words."""
    script = completion(make_options(), "bash")
    quoted = " ".join(f"'{word}'" for word in words)
    script += f"\nCOMP_WORDS=({quoted})\nCOMP_CWORD={len(words) - 1}\n_tradenews\n"
    script += 'printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=30, check=True, text=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_completes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert completed("tradenews", "re") == ["reconcile", "render"]
    assert completed("tradenews", "parse", "--text") == ["--text-field"]
    assert completed("tradenews", "parse", "--format", "") == ["jsonl", "json", "table", "csv", "parquet"]
    assert completed("tradenews", "parse", "--rows", "d") == ["deals"]
    assert completed("tradenews", "chart", "") == ["flows", "figures", "deals"]
    (tmp_path / "article.txt").touch()
    monkeypatch.chdir(tmp_path)
    assert completed("tradenews", "parse", "art") == ["article.txt"]


@pytest.mark.parametrize(("shell", "check"), [("zsh", "-n"), ("fish", "--no-execute")])
def test_other_shells_accept_their_script(shell: str, check: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "--text-field" in script or "-l text-field" in script
    if shutil.which(shell):
        subprocess.run([shell, check], input=script, text=True, timeout=30, check=True)


@pytest.mark.parametrize("arguments", [[], ["parse"], ["sing"], ["parse", "--format", "xml", "a"]])
def test_wrong_use(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_our_errors_are_one_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--home", "XX", str(file)]) == 2
    assert "ISO 3166-1" in capsys.readouterr().err
    assert main(["check", "xx"]) == 2
    assert main(["schema", "Dog"]) == 2


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "tradenews/1 Article"


def test_demo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").glob("*.json"))) == len(samples.names())
    assert str(tmp_path) in capsys.readouterr().out


def test_a_reader_that_leaves_is_no_error(file: Path) -> None:
    command = f"{sys.executable} -m tradenews parse {' '.join([str(file)] * 400)} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert b"Traceback" not in done.stderr
