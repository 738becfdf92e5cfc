"""Why a record is what it is: the rules and the words behind each field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
from attrs import frozen

from tradenews.errors import ArgumentError
from tradenews.grammar.rule import Step
from tradenews.models.actor import Actor
from tradenews.models.article import Article
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure
from tradenews.models.span import Span
from tradenews.reading.article import Config, Reading, read_article
from tradenews.reading.draft import Draft
from tradenews.reading.metadata import Given

_WIDTH = 60


@frozen
class FieldReason:
    """One field of a record: its value, the rule that set it, and the words that the rule saw.

    ``words`` and ``span`` are None where no words decided (a default).
    """

    field: str  #: its name
    value: str  #: for people
    rule: str  #: the rule that set it
    words: str | None  #: what the rule saw
    span: Span | None  #: where


@frozen
class RuleStep:
    """A grammar rule that fired within the words of the record: its name, tags and words."""

    rule: str  #: its name
    tag: str  #: what it made of them
    tags: str  #: the tags that it matched
    words: str  #: the words under them
    span: Span  #: where


@frozen
class Explanation:
    """The rules and words behind a record; prints as a tree.

    ``record`` is the id, ``quote`` the words of the record itself, ``fields`` one reason a field, ``steps``
    the grammar rules that read its words, innermost first.

    >>> from tradenews import parse
    >>> from tradenews import explain
    >>> article = parse("Exports rose 12.2 percent.", language="en")
    >>> [(r.field, r.value) for r in explain(article, article.figures[0]).fields if r.field == "kind"]
    [('kind', 'exports')]
    """

    record: str  #: id of the record
    quote: str  #: its words
    fields: tuple[FieldReason, ...]  #: one a field
    steps: tuple[RuleStep, ...]  #: grammar rules that read its words, innermost first

    def __str__(self) -> str:
        lines = [f"{self.record}  {_short(self.quote)!r}"]
        for i, reason in enumerate(self.fields):
            last = i + 1 == len(self.fields) and not self.steps
            words = f"  <- {_short(reason.words)!r}" if reason.words else ""
            lines.append(f"{'└─' if last else '├─'} {reason.field} = {reason.value}  [{reason.rule}]{words}")
        if self.steps:
            lines.append("└─ read by")
        for i, step in enumerate(self.steps):
            mark = "└─" if i + 1 == len(self.steps) else "├─"
            lines.append(f"   {mark} {step.rule}: {step.tags} -> {step.tag}  {_short(step.words)!r}")
        return "\n".join(lines)


def explain_record(
    article: Article, record: TradeFigure | Deal | Actor, config: Config | None = None
) -> Explanation:
    """Read the article again, with a trace, and tell how ``record`` came about.

    :class:`ArgumentError` if the record is none of the article's, or if another configuration made it.
    """
    if not isinstance(article, Article):
        raise ArgumentError("article", article, "pass an Article, as parse() gives it")
    given = Given(article.published, article.source, article.title, article.url)
    steps: list[Step] = []
    reading = read_article(article.text, article.language, given, config, trace=steps)
    if isinstance(record, TradeFigure):
        draft = _draft_of(record.id, reading.figures, article.figures, record)
        return _explained(article, record.id, draft, steps, [record.span])
    if isinstance(record, Deal):
        draft = _draft_of(record.id, reading.deals, article.deals, record)
        return _explained(article, record.id, draft, steps, list(record.evidence))
    if isinstance(record, Actor) and record in article.actors:
        return _explained(article, record.id, _actor_draft(record, reading), steps, list(record.mentions))
    raise ArgumentError("record", record, "pass a figure, deal or actor of this article")


def _draft_of(id: str, drafts: list[Draft], records: tuple[Any, ...], record: Any) -> Draft:
    draft = next((d for d in drafts if d.get("id") == id), None)
    if draft is None or record not in records:
        raise ArgumentError("record", record, "pass a record of this article, made by the same parser")
    return draft


def _actor_draft(actor: Actor, reading: Reading) -> Draft:
    """The fields of an actor; the words behind all of them are its mentions."""
    draft = Draft()
    first = actor.mentions[0] if actor.mentions else None
    for field in attrs.fields(Actor):
        value = getattr(actor, field.name)
        if field.name not in ("id", "mentions") and value not in (None, ()):
            draft.set(field.name, value, "mention", first)
    text = reading.article.text
    for n, span in enumerate(actor.mentions, 1):
        draft.set(f"mention {n}", text[span.start : span.end], "mention", span)
    return draft


def _explained(
    article: Article, id: str, draft: Draft, steps: Iterable[Step], spans: list[Span]
) -> Explanation:
    text = article.text
    quote = text[spans[0].start : spans[0].end] if spans else ""
    fields = tuple(
        FieldReason(
            field=name,
            value=_value(draft.get(name), text),
            rule=reason.rule,
            words=text[reason.span.start : reason.span.end] if reason.span else None,
            span=reason.span,
        )
        for name, reason in draft.reasons.items()
        if name not in ("id", "sentence")
    )
    seen = dict.fromkeys(
        RuleStep(s.rule, s.tag, s.tags, text[s.start : s.end], Span(s.start, s.end))
        for s in steps
        if any(Span(s.start, s.end).overlaps(span) for span in spans)
    )
    return Explanation(id, quote, fields, tuple(sorted(seen, key=lambda s: (s.span.start, len(s.span)))))


def _value(value: Any, text: str) -> str:
    """A value for people: amounts and periods by their codes, spans by their words."""
    if isinstance(value, Span):
        return repr(_short(text[value.start : value.end]))
    if isinstance(value, tuple):
        return "(" + ", ".join(_value(part, text) for part in value) + ")"
    if attrs.has(type(value)):
        if (edtf := getattr(value, "edtf", None)) is not None:
            return str(edtf)
        fields = ((f.name, getattr(value, f.name)) for f in attrs.fields(type(value)))
        return ", ".join(f"{name}={_value(part, text)}" for name, part in fields if part not in (None, ()))
    return str(value)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "…"
