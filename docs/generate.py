"""Writes the generated parts of the pages: ``python docs/generate.py``. The library reads every value."""

from __future__ import annotations

from pathlib import Path

import tradenews
from tradenews.evaluate import evaluate, table
from tradenews.grammar.context import Context
from tradenews.grammar.pipeline import CASCADE, fold_chain
from tradenews.lexicon.load import load_lexicon
from tradenews.scan.tokens import scan

HERE = Path(__file__).parent
OUT = HERE / "_generated"
TESTS = HERE.parent / "tests"
SENTENCE = "Mexican exports to China rose 12.2 percent to $7 billion in May 2016."
NOTATIONS = {
    "en": ["$1.2bn", "US$3-4 billion", "between $3bn and $4bn", "12.2 pct", "1,200MW", "23 cents per pound",
           "2.5 million bpd", "Rs 500 crore", "half a million tonnes", "C$82,615,680", "30 MUSD",
           "45 basis points"],
    "de": ["rund 1,2 Mrd. Euro", "76'180 Tonnen", "9.13 Franken pro Kilogramm", "von 120 bis 130 Mio. Tonnen",
           "acht Millionen Dollar", "12,5 Prozentpunkte", "knapp 16 Mrd. Euro"],
    "es": ["25 mil 640 millones de dólares",
           "1.9 billones de pesos", "más de 800 mdd", "17,4%",
           "un millón de toneladas", "3.412 millones de euros", "medio punto porcentual"],
    "fr": ["1,2 milliard d'euros", "233 679 tonnes", "9,6 milliards de dirhams", "de 25 % à 30 %",
           "près de 2,5 MMDH"],
    "it": ["1,9 miliardi di euro", "oltre 84,6 milioni", "il 200%", "18 mln di euro", "3 mila tonnellate"],
    "nl": ["een half biljoen euro", "6,9 miljard euro", "374.000 ton", "ruim 4 procent", "1,7 mld euro"],
    "pt": ["R$ 3,5 bilhões", "7,7 mil milhões de euros", "mais de 20%", "US$ 1,2 bi", "120 mil toneladas"],
    "zh": ["13.81万亿元", "两亿三千万美元", "5.7%", "2.5个百分点",
           "150亿欧元至300亿欧元", "超过110多个项目", "三成"],
}  # fmt: skip


def trace() -> str:
    """The tags of one sentence after each grammar that changes them."""
    lexicon = load_lexicon("en")
    context = Context("en", lexicon)
    chain = scan(SENTENCE, 0, len(SENTENCE), lexicon)
    lines = [f"> {SENTENCE}", "", "| after | chain |", "| --- | --- |"]
    lines.append(f"| scanning | `{' '.join(chain.tags)}` |")
    for grammar in CASCADE:
        folded = grammar.fold(chain, context)
        if folded.tags != chain.tags:
            lines.append(f"| {grammar.rules[0].name.split('.')[0]} | `{' '.join(folded.tags)}` |")
        chain = folded
    chain = fold_chain(scan(SENTENCE, 0, len(SENTENCE), lexicon), context)
    shown = [i for i in range(len(chain)) if chain.tags[i] in "aAKQθ"]
    words = ", ".join(f"`{chain.tags[i]}` {chain.words(i)}" for i in shown)
    return "\n".join([*lines, "", f"In the end: {words}."]) + "\n"


def accuracy() -> str:
    """The accuracy tables of all annotated folders."""
    parts = []
    for name in ("gold", "development", "bank", "unseen"):
        if (TESTS / name).is_dir():
            parts.append(f"**tests/{name}**\n\n{table(evaluate(TESTS / name, tradenews.parse))}\n")
    return "\n".join(parts)


def notation() -> str:
    """What each example is read as."""
    lines = ["| language | written | read as |", "| --- | --- | --- |"]
    for language, examples in NOTATIONS.items():
        for text in examples:
            found = [mention.value for mention in tradenews.find_amounts(text, language)]
            read = "; ".join(_shown(value) for value in found) or "not read"
            lines.append(f"| {language} | {text.replace('|', ' ')} | {read} |")
    return "\n".join(lines) + "\n"


def _shown(amount: tradenews.Amount) -> str:
    low, high = f"{amount.low:,f}", f"{amount.high:,f}"
    value = low if low == high else f"{low} to {high}"
    bound = "" if amount.bound in ("exact", "range") else f"{amount.bound.replace('_', ' ')} "
    return f"{bound}{value} {amount.unit}" + (f" per {amount.per}" if amount.per else "")


def main() -> None:
    """Write all parts."""
    OUT.mkdir(exist_ok=True)
    for name, make in {"trace": trace, "accuracy": accuracy, "notation": notation}.items():
        (OUT / f"{name}.md").write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
