"""Which notation is read in which language: every example is read as the page is built."""

from __future__ import annotations

import tradenews

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "zh")

# By phenomenon: what is written, in the order of LANGUAGES, each with what it must be read as.
MATRIX: dict[str, tuple[tuple[str, str], ...]] = {
    "decimal mark": (
        ("12.2 percent", "12.2 percent"), ("12,2 Prozent", "12.2 percent"),
        ("12,2 por ciento", "12.2 percent"),
        ("12,2 %", "12.2 percent"), ("12,2 per cento", "12.2 percent"), ("12,2 procent", "12.2 percent"),
        ("12,2 por cento", "12.2 percent"), ("12.2%", "12.2 percent"),
    ),
    "grouped digits": (
        ("10,000 metric tons", "10,000 t"), ("76'180 Tonnen", "76,180 t"), ("10.000 toneladas", "10,000 t"),
        ("233 679 tonnes", "233,679 t"), ("10.000 tonnellate", "10,000 t"), ("374.000 ton", "374,000 t"),
        ("120.000 toneladas", "120,000 t"), ("10,000吨", "10,000 t"),
    ),
    "scale words": (
        ("$1.2 trillion", "1,200,000,000,000 USD"), ("1,2 Billionen Euro", "1,200,000,000,000 EUR"),
        ("1,9 billones de pesos chilenos", "1,900,000,000,000 CLP"),
        ("1,2 billion d'euros", "1,200,000,000,000 EUR"), ("1,9 miliardi di euro", "1,900,000,000 EUR"),
        ("een half biljoen euro", "500,000,000,000 EUR"), ("7,7 mil milhões de euros", "7,700,000,000 EUR"),
        ("13.81万亿元", "13,810,000,000,000 CNY"),
    ),
    "short scales": (
        ("€450m", "450,000,000 EUR"), ("16 Mrd. Euro", "16,000,000,000 EUR"),
        ("800 mdd", "800,000,000 USD"),
        ("2,5 MMDH", "2,500,000,000 MAD"), ("18 mln di euro", "18,000,000 EUR"),
        ("1,7 mld euro", "1,700,000,000 EUR"),
        ("US$ 1,2 bi", "1,200,000,000 USD"), ("3.2亿美元", "320,000,000 USD"),
    ),
    "numbers in words": (
        ("two million tonnes", "2,000,000 t"), ("acht Millionen Dollar", "8,000,000 USD"),
        ("un millón de toneladas", "1,000,000 t"), ("deux millions de tonnes", "2,000,000 t"),
        ("due milioni di tonnellate", "2,000,000 t"), ("twee miljoen ton", "2,000,000 t"),
        ("dois milhões de toneladas", "2,000,000 t"), ("两亿三千万美元", "230,000,000 USD"),
    ),
    "fractions": (
        ("half a million tonnes", "500,000 t"), ("eine halbe Million Tonnen", "500,000 t"),
        ("medio millón de toneladas", "500,000 t"), ("un demi-million de tonnes", "500,000 t"),
        ("mezzo milione di tonnellate", "500,000 t"), ("een half miljoen ton", "500,000 t"),
        ("meio milhão de toneladas", "500,000 t"), ("三成", "30 percent"),
    ),
    "ranges": (
        ("between $3bn and $4bn", "3,000,000,000 to 4,000,000,000 USD"),
        ("120 bis 130 Mio. Tonnen", "120,000,000 to 130,000,000 t"),
        ("de 5 a 10 por ciento", "5 to 10 percent"), ("de 25 % à 30 %", "25 to 30 percent"),
        ("dal 5 al 10 per cento", "5 to 10 percent"), ("5 tot 10 procent", "5 to 10 percent"),
        ("de 5 a 10 por cento", "5 to 10 percent"),
        ("150亿欧元至300亿欧元", "15,000,000,000 to 30,000,000,000 EUR"),
    ),
    "bounds": (
        ("more than $7 billion", "over 7,000,000,000 USD"),
        ("rund 1,2 Mrd. Euro", "about 1,200,000,000 EUR"),
        ("más de 20 %", "over 20 percent"), ("près de 3 %", "about 3 percent"),
        ("oltre 84 milioni di euro", "over 84,000,000 EUR"), ("ruim 4 procent", "over 4 percent"),
        ("mais de 20%", "over 20 percent"), ("超过5.7%", "over 5.7 percent"),
    ),
    "rates": (
        ("$300 a tonne", "300 USD per t"), ("9,13 Franken pro Kilogramm", "9.13 CHF per kg"),
        ("300 dólares por tonelada", "300 USD per t"), ("300 euros la tonne", "300 EUR per t"),
        ("300 euro a tonnellata", "300 EUR per t"), ("300 euro per ton", "300 EUR per t"),
        ("R$ 300 por tonelada", "300 BRL per t"), ("每吨300美元", "300 USD per t"),
    ),
    "percentage points": (
        ("45 basis points", "0.45 percentage_point"), ("2,5 Prozentpunkte", "2.5 percentage_point"),
        ("2,5 puntos porcentuales", "2.5 percentage_point"),
        ("2,5 points de pourcentage", "2.5 percentage_point"),
        ("2,5 punti percentuali", "2.5 percentage_point"), ("2,5 procentpunt", "2.5 percentage_point"),
        ("2,5 pontos percentuais", "2.5 percentage_point"), ("2.5个百分点", "2.5 percentage_point"),
    ),
    "units of home": (
        ("Rs 500 crore", "5,000,000,000 INR"), ("5.000 Hektar", "5,000 ha"),
        ("3 mil millones de pesos mexicanos", "3,000,000,000 MXN"), ("400 quintaux de blé", "400 quintal"),
        ("400 quintali di grano", "400 quintal"), ("20 miljoen vaten olie", "20,000,000 bbl"),
        ("3 mil sacas de café", "3,000 bag"), ("300万桶", "3,000,000 bbl"),
    ),
}  # fmt: skip


def notation() -> str:
    """A table of phenomena by language; SystemExit where an example is not read as the table says."""
    lines = ["| | " + " | ".join(LANGUAGES) + " |", "| --- |" + " --- |" * len(LANGUAGES)]
    wrong = []
    for phenomenon, cells in MATRIX.items():
        row = []
        for language, (text, wanted) in zip(LANGUAGES, cells, strict=True):
            found = "; ".join(shown(m.value) for m in tradenews.find_amounts(text, language))
            if found != wanted:
                wrong.append(f"{language} {text!r}: {found!r}, not {wanted!r}")
            row.append(f"{text}<br>→ {found or 'not read'}".replace("|", "\\|"))
        lines.append(f"| **{phenomenon}** | " + " | ".join(row) + " |")
    if wrong:
        raise SystemExit("notation: " + "\n".join(wrong))
    return "\n".join(lines) + "\n"


def shown(amount: tradenews.Amount) -> str:
    """An amount as a person would write it down."""
    low, high = (f"{value.normalize():,f}" for value in (amount.low, amount.high))
    value = low if low == high else f"{low} to {high}"
    bound = "" if amount.bound in ("exact", "range") else f"{amount.bound.replace('_', ' ')} "
    return f"{bound}{value} {amount.unit}" + (f" per {amount.per}" if amount.per else "")
