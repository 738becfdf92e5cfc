"""Charts: drawn without a screen, and what they show is what the rows say."""

import io
import sys
from datetime import date as Date
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib import image
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import tradenews
from tradenews import Party, Period, plot_deals, plot_figures, plot_flows, record_table, samples
from tradenews.models import DealEvent, Span
from tradenews.testing import a_deal, a_figure, an_actor, an_article
from tradenews.testing.strategies import articles

SAMPLES = [
    tradenews.parse(samples.load(name)) for name in ("en-alibaba", "en-wheat", "zh-trade", "pt-exports")
]


def words(figure: Figure) -> list[str]:
    """All that is written in a figure."""
    shown = [figure.get_suptitle().strip(), *(text.get_text() for text in figure.texts)]
    for axes in figure.axes:
        labels = [*axes.get_yticklabels(), *axes.texts]
        shown += [label.get_text() for label in labels]
        legend = axes.get_legend()
        shown += [text.get_text() for text in legend.get_texts()] if legend else []
    return [text for text in shown if text]


def drawn(figure: Figure) -> np.ndarray[Any, Any]:
    """The figure as a picture."""
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=50)
    out.seek(0)
    return image.imread(out)


def bars(axes: Axes) -> list[float]:
    return [round(patch.get_width(), 6) for patch in axes.patches]  # type: ignore[attr-defined]


FLOWS = an_article(
    figures=[
        a_figure("exports", value=39_000_000_000, reporter="CL", partner="CN", period="2023"),
        a_figure("imports", value=21_000_000_000, reporter="CL", partner="CN", period="2023"),
        a_figure("exports", value=16_100_000_000, reporter="CL", partner="US", period="2023"),
        a_figure("exports", value=99_000_000_000, reporter="CL", partner="US", period="2020"),
        a_figure("exports", value=50, unit="percent", reporter="CL", partner="US", period="2023"),
        a_figure("exports", value=77_000_000_000, reporter="CL", partner="JP", modality="forecast"),
        a_figure("exports", value=4_000_000, unit="t", reporter="CL", partner="JP", product="copper"),
        a_figure("exports", value=9_000_000_000, reporter="PE", partner="JP"),
    ]
)


def test_flows_are_the_latest_levels_of_one_country_in_one_unit() -> None:
    figure = plot_flows(record_table(FLOWS))
    (axes,) = figure.axes
    assert sorted(bars(axes)) == [16.1, 21.0, 39.0]
    assert {"Chile: exports and imports by partner", "billion USD, 2023", "China", "United States"} <= set(
        words(figure)
    )
    assert {"39", "21", "16.1", "exports", "imports"} <= set(words(figure))
    assert drawn(figure).std() > 0.05


def test_flows_of_another_unit_and_country() -> None:
    figure = plot_flows(record_table(FLOWS), reporter="CL", unit="t")
    assert {"Japan, copper", "million t", "4"} <= set(words(figure))
    assert "Peru: exports by partner" in words(plot_flows(record_table(FLOWS), reporter="PE"))


def test_where_sources_differ_a_line_spans_what_they_say() -> None:
    again = an_article(
        figures=[a_figure(value="37e9", reporter="CL", partner="CN", period="2023")], source="A"
    )
    figure = plot_flows(record_table([FLOWS, again]))
    spans = [sorted(line.get_xdata()) for line in figure.axes[0].lines if len(set(line.get_xdata())) > 1]
    assert [37.0, 39.0] in spans
    assert figure.get_supxlabel() == "5 figures of 2 articles; a thin line spans what is said of one period"


def test_figures_over_periods() -> None:
    article = an_article(
        figures=[
            a_figure("exports", value="75e9", reporter="CL", period="2018"),
            a_figure("exports", value="69e9", reporter="CL", period="2019"),
            a_figure("exports", value="80e9", reporter="CL", period="2025", modality="forecast"),
            a_figure("exports", value="6e9", reporter="CL", period="2019-05"),
            a_figure("imports", value="5e9", reporter="CL", period="2019-05"),
            a_figure("exports", value=12, unit="percent", form="growth", reporter="CL", period="2019"),
        ]
    )
    figure = plot_figures(record_table(article), "exports")
    (axes,) = figure.axes
    joins = [line for line in axes.lines if len(set(line.get_ydata())) > 1]
    assert [(list(line.get_ydata()), line.is_dashed()) for line in joins] == [
        ([75.0, 69.0], False),
        ([69.0, 80.0], True),
    ]
    assert {"Exports", "billion USD", "Chile", "75", "69", "80", "6"} <= set(words(figure))
    growth = plot_figures(record_table(article), form="growth")
    assert {"Exports, growth", "%", "12"} <= set(words(growth))
    assert drawn(figure).std() > 0.02


def test_prices_name_their_rate() -> None:
    article = an_article(figures=[a_figure("price", value=450, per="t", product="lemons", period="2020")])
    assert {"Price", "USD per t", "lemons"} <= set(words(plot_figures(record_table(article))))


def event(status: Any, year: int | None) -> DealEvent:
    period = Period(Date(year, 1, 1), Date(year, 12, 31), str(year)) if year else None
    return DealEvent(status, period, Span(0, 1))


def test_the_lives_of_deals() -> None:
    pact = a_deal(name="Andean Pact", events=(event("negotiating", 2001), event("signed", 2003)))
    stake = a_deal(
        "merger_acquisition", "agreed", [Party("acme", "investor")], events=(event("agreed", None),)
    )
    first = an_article(deals=[pact, stake], published="2004-05-06")
    later = an_article(deals=[a_deal(name="Andean Pact", events=(event("in_force", 2006),))])
    figure = plot_deals(record_table([first, later], "events"))
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels == ["merger acquisition: Acme", "Andean Pact"]
    assert {"negotiating", "signed", "in force", "agreed"} <= set(words(figure))
    assert "hollow: the day of the article, the step itself is not dated" in words(figure)
    assert figure.get_supxlabel() == "4 steps of 2 articles"
    assert [text.get_text() for text in figure.legends[0].get_texts()] == [
        "talks",
        "agreed or signed",
        "ratified or in force",
    ]


@pytest.mark.parametrize(
    ("plot", "kind", "says"),
    [
        (plot_flows, "figures", "no exports"),
        (plot_figures, "figures", "no dated"),
        (plot_deals, "events", "no dated"),
    ],
)
def test_nothing_to_draw_is_said(plot: Any, kind: str, says: str) -> None:
    figure = plot(record_table([], kind))
    assert any(text.startswith(says) for text in words(figure))
    drawn(figure)


@pytest.mark.parametrize("plot", [plot_flows, plot_figures, plot_deals])
@pytest.mark.parametrize("rows", ["abc", [{"kind": "exports"}], [3], 5, {"kind": "exports"}])
def test_what_are_no_rows_is_refused(plot: Any, rows: Any) -> None:
    with pytest.raises(tradenews.ArgumentError, match="record_table"):
        plot(rows)


def test_rows_may_have_gone_through_data_frames() -> None:
    table = record_table(FLOWS)
    expected = words(plot_flows(table))
    assert words(plot_flows(pl.DataFrame(table).iter_rows(named=True))) == expected  # type: ignore[arg-type]
    assert words(plot_flows(table.to_arrow().to_pylist())) == expected
    frame = table.to_arrow().to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert words(plot_flows(frame.to_dict("records"))) == expected
    assert len(words(plot_figures(frame.to_dict("records"), "exports"))) > 3


def test_labels_cannot_break_a_chart() -> None:
    name = "Acme $x^2 \\frac{ \n 中国 \U000f1234 " + "long " * 40
    article = an_article(
        figures=[a_figure(value=5, reporter="MX", partner="acme", product=name, period="2020")],
        deals=[a_deal(name=name, events=(event("signed", 2003),))],
        actors=[an_actor("acme", name="Acme")],
    )
    drawn(plot_flows(record_table(article)))
    drawn(plot_figures(record_table(article)))
    drawn(plot_deals(record_table(article, "events")))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(articles(), max_size=3))
def test_any_articles_can_be_drawn(found: list[tradenews.Article]) -> None:
    drawn(plot_flows(record_table(found)))
    drawn(plot_figures(record_table(found)))
    drawn(plot_deals(record_table(found, "events")))


def test_real_articles_can_be_drawn() -> None:
    for plot, kind in ((plot_flows, "figures"), (plot_figures, "figures"), (plot_deals, "events")):
        figure = plot(record_table(SAMPLES, kind))
        assert drawn(figure).std() > 0.01
        assert "articles" in figure.get_supxlabel() or "article" in figure.get_supxlabel()


def test_no_screen_and_no_global_state_is_touched() -> None:
    backend = mpl.get_backend()
    plot_flows(record_table(FLOWS))
    assert mpl.get_backend() == backend
    if "matplotlib.pyplot" in sys.modules:
        assert not sys.modules["matplotlib.pyplot"].get_fignums()


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("matplotlib", "matplotlib.figure", "matplotlib.backends.backend_agg"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(tradenews.MissingExtraError, match=r"tradenews\[plot\]"):
        plot_flows(record_table(FLOWS))
