"""Charts: the exports of a country by partner, in chart.svg (needs matplotlib)."""

import tradenews

texts = [
    "Chile exported copper worth $9.8 billion to China in 2023.",
    "Chile exported salmon worth $2.1 billion to the United States in 2023.",
    "Chile exported wine worth $610 million to Brazil in 2023.",
    "Chile imported cars worth $3.4 billion from Japan in 2023.",
]
articles = [tradenews.parse(text) for text in texts]
figure = tradenews.plot_flows(tradenews.record_table(articles))
figure.savefig("chart.svg")
print(", ".join(text.get_text() for text in figure.axes[0].get_yticklabels()))
