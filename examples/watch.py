"""A watchlist: in which samples do my own actors stand, and in which deals?"""

import tradenews
from tradenews import samples

watched = [
    tradenews.Actor("alibaba-group", "company", "Alibaba Group Holding", country="CN", aliases=("Alibaba",)),
    tradenews.Actor(
        "gasc", "government", "General Authority for Supply Commodities", country="EG", aliases=("GASC",)
    ),
]
parser = tradenews.Parser(watchlist=watched)
for name in samples.names():
    article = parser.parse(samples.load(name))
    for actor in article.actors:
        if actor.id in ("alibaba-group", "gasc"):
            deals = [
                f"{d.kind} {d.status}" for d in article.deals if actor.id in {p.actor for p in d.parties}
            ]
            print(f"{name:<12} {actor.name:<42} {len(actor.mentions):>2} mentions  {'; '.join(deals)}")
