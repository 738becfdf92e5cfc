"""The whole flow: articles in, a :class:`Dossier` out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tradenews.errors import ArgumentError
from tradenews.models.article import Article
from tradenews.models.dossier import Dossier
from tradenews.normalize.rates import Rates
from tradenews.reconciling.actors import merge_actors
from tradenews.reconciling.claims import find_claims
from tradenews.reconciling.deals import merge_deals
from tradenews.reconciling.groups import reprints
from tradenews.reconciling.subject import gather


def reconcile(articles: Iterable[Article], rates: Rates | None = None) -> Dossier:
    """Many articles to one account: actors and deals merged, figures about the same thing compared.

    ``rates`` (such as :class:`EcbRates`) let amounts in two currencies be compared, at the end of the period
    that they are for. An article given twice counts once. Nothing is smoothed away: statements keep their
    article and their span. :class:`ArgumentError` for what is no iterable of articles.

    >>> import tradenews
    >>> one = tradenews.parse("Mexico's exports to China reached $7 billion in 2016.", language="en")
    >>> other = tradenews.parse("China imported goods worth $7.1 billion from Mexico in 2016.", language="en")
    >>> [(c.kind, c.reporter, c.partner, c.verdict) for c in reconcile([one, other]).claims]
    [('exports', 'MX', 'CN', 'compatible')]
    """
    if isinstance(articles, Article) or not isinstance(articles, Iterable):
        raise ArgumentError("articles", articles, "pass a list of Articles, as parse() gives them")
    unique: dict[str, Article] = {}
    for article in articles:
        if not isinstance(article, Article):
            raise ArgumentError("articles", article, "holds what is no Article; parse() it first")
        unique.setdefault(article.id, article)
    given = list(unique.values())
    cast = merge_actors(given)
    deals, where = merge_deals(given, cast)
    stories = reprints(given)
    claims = find_claims(gather(given, cast, where, stories), rates)
    groups: dict[str, list[str]] = defaultdict(list)
    for id, first in stories.items():
        groups[first].append(id)
    return Dossier(
        articles=tuple(unique),
        actors=cast.accounts,
        deals=deals,
        claims=claims,
        reprints=tuple(tuple(ids) for ids in groups.values() if len(ids) > 1),
    )
