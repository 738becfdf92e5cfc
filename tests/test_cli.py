"""The command line, run as a user would."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tradenews import from_json, parse, samples
from tradenews.cli import main

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
    assert "holds no *.txt" in capsys.readouterr().err


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
