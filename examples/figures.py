"""The figures of an article, one a line, as a person would read them out."""

import tradenews
from tradenews import samples

article = tradenews.parse(samples.load("en-customs"))
for figure in article.figures:
    words = article.text[figure.span.start : figure.span.end]
    period = figure.period.edtf if figure.period else "no period"
    amount = f"{figure.amount.value:>20,f} {figure.amount.unit:<9}"
    print(f"{figure.kind:<9} {figure.form:<7} {amount} {period:<18} {words}")
