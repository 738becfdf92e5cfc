"""Five articles in two languages, one account of them: text here, a page in dossier.html."""

from pathlib import Path

import tradenews
from tradenews import samples

names = ["en-smes", "en-alibaba", "de-alibaba", "en-hangzhou", "en-korea"]
articles = [tradenews.parse(samples.load(name)) for name in names]
dossier = tradenews.reconcile(articles)
print(tradenews.render_dossier(dossier, articles))
Path("dossier.html").write_text(tradenews.render_dossier(dossier, articles, format="html"), encoding="utf-8")
