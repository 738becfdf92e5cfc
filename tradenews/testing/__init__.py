"""For the tests of projects that use tradenews: builders, sample texts with their records, comparison.

Nothing is imported before it is used, so that the pytest plugin costs nothing where nobody asks for it.
The strategies for hypothesis are in :mod:`tradenews.testing.strategies`.

>>> from tradenews.testing import a_figure
>>> a_figure(kind="exports", value=7, unit="t", period="2016").period.edtf
'2016'
"""

from typing import TYPE_CHECKING

from tradenews.lazy import lazily

if TYPE_CHECKING:
    from tradenews.testing.articles import an_article
    from tradenews.testing.builders import a_deal, a_figure, a_period, an_actor, an_amount, span_of
    from tradenews.testing.compare import article_differences, assert_articles_equal
    from tradenews.testing.samples import case_names, load_case, load_cases

_HOMES = {
    "tradenews.testing.articles": "an_article",
    "tradenews.testing.builders": "a_deal a_figure a_period an_actor an_amount span_of",
    "tradenews.testing.compare": "article_differences assert_articles_equal",
    "tradenews.testing.samples": "case_names load_case load_cases",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "a_deal",
    "a_figure",
    "a_period",
    "an_actor",
    "an_amount",
    "an_article",
    "article_differences",
    "assert_articles_equal",
    "case_names",
    "load_case",
    "load_cases",
    "span_of",
]

__getattr__, __dir__ = lazily(__name__, _HOME_OF)
