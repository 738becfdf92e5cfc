"""An article with its records highlighted: a page in highlighted.html."""

from pathlib import Path

import tradenews
from tradenews import samples

article = tradenews.parse(samples.load("en-deficit"))
Path("highlighted.html").write_text(tradenews.render_html(article, whole_page=True), encoding="utf-8")
print(f"{len(article.figures)} figures, {len(article.deals)} deals, {len(article.actors)} actors")
