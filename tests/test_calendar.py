"""Calendar arithmetic against the calendar itself, counted day by day, and tables of what words mean."""

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tradenews import NormalizationError, Period
from tradenews.normalize.edtf import parse_edtf
from tradenews.normalize.month_parts import half_of_month, nth_week, part_of_month
from tradenews.normalize.periods import (
    ending_in,
    from_edtf,
    grain_of,
    make_day,
    make_fiscal,
    make_interval,
    make_month,
    make_week,
    make_year,
    place,
    relative,
    shift,
    stretch,
    unit_at,
    weekday_near,
    with_year,
)
from tradenews.reading.calendar import open_period

DAY = timedelta(days=1)
DAYS = [date(2015, 12, 20) + k * DAY for k in range(480)]  # two turns of the year and a leap day
MONTHS = {
    **{f"{m:02}": (m, m) for m in range(1, 13)},
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "40": (1, 6),
    "41": (7, 12),
}


def told(period: Period | None) -> str | None:
    return period.edtf if period else None


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("code", MONTHS)
@pytest.mark.parametrize("year", [1000, 1900, 2016, 2017, 2999])
def test_months_quarters_and_halves_hold_their_days(year: int, code: str) -> None:
    first, last = MONTHS[code]
    start = date(year, first, 1)
    end = max(date(year, last, d) for d in range(28, calendar.monthrange(year, last)[1] + 1))
    text = f"{year}-{code}"
    for period in (from_edtf(text), parse_edtf(text), make_month(year, int(code))):
        assert period == Period(start, end, text)
    assert with_year(f"XXXX-{code}", year) == (from_edtf(text) if year < 2999 else None)


@pytest.mark.parametrize(
    ("code", "months"), [(21, (3, 4, 5)), (22, (6, 7, 8)), (23, (9, 10, 11)), (24, (12, 1, 2))]
)
def test_seasons(code: int, months: tuple[int, ...]) -> None:
    period = make_month(2015, code)
    assert period is not None
    assert period.start is not None
    assert period.end is not None
    days = [period.start + k * DAY for k in range((period.end - period.start).days + 1)]
    assert tuple(dict.fromkeys(d.month for d in days)) == months
    assert ((days[0] - DAY).month, (days[-1] + DAY).month) == ((months[0] - 2) % 12 + 1, months[2] % 12 + 1)
    assert (period.start.year, period.edtf, grain_of(period)) == (2015, f"2015-{code}", "season")


@pytest.mark.parametrize("year", [999, 3000, 0, -5])
def test_years_that_no_news_is_about(year: int) -> None:
    assert make_year(year) is make_month(year, 5) is make_month(year, 22) is make_day(year, 5, 5) is None
    assert with_year("XXXX-05", year) is None


def test_the_first_and_the_last_year() -> None:
    assert [told(make_year(year)) for year in (1000, 2999)] == ["1000", "2999"]


def test_days_exist_or_are_none() -> None:
    for year in (1000, 2999, 1900, 2000, 2016, 2017):
        for month in range(-1, 15):
            for number in range(-1, 34):
                try:
                    there: date | None = date(year, month, number)
                except ValueError:
                    there = None
                period = make_day(year, month, number)
                assert (period and period.start) == (period and period.end) == there
                assert told(period) == (there and there.isoformat())


@pytest.mark.parametrize("code", [0, 13, 20, 25, 32, 37, 39, 42, 99])
def test_codes_that_mean_nothing(code: int) -> None:
    assert make_month(2017, code) is None
    assert from_edtf(f"2017-{code:02}") is None


@pytest.mark.parametrize("text", ["", "17", "2017-", "2017-1", "2017-09-7", "2017-09-31", "2017-09/", "/2017",
                                  "2017/2016", "2017-09-07T10:00", "XXXX-09", "20170",
                                  "2017-09-071"])  # fmt: skip
def test_no_closed_period(text: str) -> None:
    assert from_edtf(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "edtf"),
    [
        ("2017-09-07", "2017-09-07", "2017-09-07", "2017-09-07"),
        (" 2017 ", "2017-01-01", "2017-12-31", "2017"),
        ("2017-09-07T23:59:59Z", "2017-09-07", "2017-09-07", "2017-09-07"),
        ("2017-09-07 10:00", "2017-09-07", "2017-09-07", "2017-09-07"),
        ("2017-01/2017-10", "2017-01-01", "2017-10-31", "2017-01/2017-10"),
        ("2017/2017", "2017-01-01", "2017-12-31", "2017/2017"),
        ("2017-09-07/2017-09-07", "2017-09-07", "2017-09-07", "2017-09-07/2017-09-07"),
        ("20170907T100000Z", "2017-09-07", "2017-09-07", "2017-09-07"),
        ("2017-09-07T10:00/2017-09-08 11:00", "2017-09-07", "2017-09-08", "2017-09-07/2017-09-08"),
        ("../2016", None, "2016-12-31", "../2016"), ("/2016-02", None, "2016-02-29", "../2016-02"),
        ("2009/..", "2009-01-01", None, "2009/.."), ("2009-35/", "2009-07-01", None, "2009-35/.."),
    ],
)  # fmt: skip
def test_edtf(text: str, start: str | None, end: str | None, edtf: str) -> None:
    assert parse_edtf(text) == Period(start and day(start), end and day(end), edtf)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["", "/", "../..", "../", "2017-00", "2017-13", "2017-32", "2017-09-31", "2017-09-00x", "yesterday",
     "2017-10/2017-09", "2017/2016", "٢٠١٧", "2017-1", "2017-W36", "2017-00-07", "2017-33-01",
     "2017-09-08/2017-09-07"],
)  # fmt: skip
def test_no_edtf(text: str) -> None:
    with pytest.raises(NormalizationError, match="write 2017-09-07"):
        parse_edtf(text)


def test_weeks_and_weekdays() -> None:
    for today in DAYS:
        monday = next(d for k in range(7) if (d := today - k * DAY).isoweekday() == 1)
        assert told(make_week(today)) == f"{monday}/{monday + 6 * DAY}"
        for weekday in range(1, 8):
            latest = next(d for k in range(7) if (d := today - k * DAY).isoweekday() == weekday)
            before = latest if latest < today else latest - 7 * DAY
            coming = next(d for k in range(1, 8) if (d := today + k * DAY).isoweekday() == weekday)
            for step, wanted in ((0, latest), (-1, before), (1, coming)):
                assert told(weekday_near(weekday, today, step)) == wanted.isoformat()


@pytest.mark.parametrize("year", [2015, 2016])
@pytest.mark.parametrize("month", range(1, 13))
def test_weeks_and_halves_of_a_month(year: int, month: int) -> None:
    whole = make_month(year, month)
    assert whole is not None
    weeks = [[d for d in week if d] for week in calendar.monthcalendar(year, month)]
    for number, week in enumerate(weeks, 1):
        first, last = (f"{year}-{month:02}-{d:02}" for d in (week[0], week[-1]))
        assert told(nth_week(whole, number)) == (first if first == last else f"{first}/{last}")
    assert nth_week(whole, 0) is nth_week(whole, len(weeks) + 1) is nth_week(whole, -3) is None
    length = calendar.monthrange(year, month)[1]
    assert told(half_of_month(whole, 1)) == f"{year}-{month:02}-01/{year}-{month:02}-15"
    assert told(half_of_month(whole, 2)) == f"{year}-{month:02}-16/{year}-{month:02}-{length}"
    for open_one in (open_period(whole, "since"), open_period(whole, "until")):
        assert nth_week(open_one, 1) is half_of_month(open_one, 1) is None


@pytest.mark.parametrize(
    ("unit", "number", "wanted"),
    [
        ("week", 2, "2024-02-05/2024-02-11"), ("fortnight", 1, "2024-02-01/2024-02-15"),
        ("fortnight", 2, "2024-02-16/2024-02-29"), ("days", 10, "2024-02-01/2024-02-10"),
        ("days", 1, "2024-02-01"), ("days", 40, "2024-02-01/2024-02-29"),
        ("tenday", 1, "2024-02-01/2024-02-10"), ("tenday", 2, "2024-02-11/2024-02-20"),
        ("tenday", 3, "2024-02-21/2024-02-29"), ("tenday", 4, None), ("days", 0, None),
    ],
)  # fmt: skip
def test_parts_of_a_month(unit: str, number: int, wanted: str | None) -> None:
    assert told(part_of_month(parse_edtf("2024-02"), unit, number)) == wanted
    for open_one in (parse_edtf("2024-02/.."), parse_edtf("../2024-02")):
        assert part_of_month(open_one, unit, number) is None


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "half", "year", "decade"])
def test_units_follow_one_another_without_a_gap(unit: str) -> None:
    for today in DAYS[::7]:
        row = [unit_at(unit, today, k) for k in range(-14, 15)]
        assert all(row)
        for one, other in pairwise(row):
            assert one is not None
            assert other is not None
            assert one.end is not None
            assert other.start == one.end + DAY
        now = row[14]
        assert now is not None
        assert now.start is not None
        assert now.end is not None
        assert now.start <= today <= now.end


def test_units_have_their_bounds() -> None:
    assert told(unit_at("day", day("2017-09-07"), 1000)) == "2020-06-03"
    assert unit_at("day", day("2017-09-07"), 1001) is unit_at("day", day("2017-09-07"), -1001) is None
    assert unit_at("year", day("2017-09-07"), 990) is unit_at("season", day("2017-09-07")) is None
    assert unit_at("week", date.min) is unit_at("month", date.max, 1) is unit_at("day", date.min, -1) is None


@pytest.mark.parametrize(
    ("unit", "count", "wanted"),
    [("year", 5, "2012/2017"), ("month", 3, "2017-06/2017-09"), ("month", -3, "2017-09/2017-12"),
     ("day", 2, "2017-09-05/2017-09-07"), ("year", -1, "2017/2018"), ("quarter", 1, "2017-34/2017-35")],
)  # fmt: skip
def test_stretches(unit: str, count: int, wanted: str) -> None:
    assert told(stretch(unit, count, day("2017-09-07"))) == wanted


@pytest.mark.parametrize(
    ("pattern", "year", "begins", "ends"),
    [
        ("XXXX-10", 2017, "2017-10", "2017-10"), ("XXXX-10-06", 2017, "2017-10-06", "2017-10-06"),
        ("XXXX-11/XXXX-02", 2017, "2017-11/2018-02", "2016-11/2017-02"),
        ("XXXX-02/XXXX-11", 2017, "2017-02/2017-11", "2017-02/2017-11"),
        ("XXXX-02/XXXX-02", 2017, "2017-02", "2017-02"),
        ("XXXX-02-29", 2017, None, None), ("XXXX-02-29", 2016, "2016-02-29", "2016-02-29"),
        ("XXXX-XX-21", 2017, None, None), ("2017-10", 2017, None, None), ("XXXX-10", 1000, "1000-10",
        "1000-10"),
        ("XXXX", 2017, None, None),
        ("XXXX-10", 2999, None, None), ("XXXX-10", 2998, "2998-10", "2998-10"), ("XXXX-10", 999, None, None),
    ],
)  # fmt: skip
def test_patterns_in_a_year(pattern: str, year: int, begins: str | None, ends: str | None) -> None:
    assert told(with_year(pattern, year)) == begins
    assert told(ending_in(pattern, year)) == ends


@pytest.mark.parametrize(
    ("pattern", "today", "weekday", "wanted"),
    [
        ("XXXX-10", "2023-01-15", 0, "2022-10"), ("XXXX-03", "2023-01-15", 0, "2023-03"),
        ("XXXX-04", "2023-01-15", 0, "2022-04"), ("XXXX-01", "2022-12-15", 0, "2023-01"),
        ("XXXX-02", "2022-12-01", 0, "2023-02"), ("XXXX-02", "2022-11-30", 0, "2022-02"),
        ("XXXX-12-16", "2025-09-11", 0, "2025-12-16"), ("XXXX-12-30", "2025-01-02", 0, "2024-12-30"),
        ("XXXX-01-02", "2024-12-30", 0, "2025-01-02"), ("XXXX-03-10", "2025-09-11", 0, "2025-03-10"),
        ("XXXX-09-11", "2025-09-11", 0, "2025-09-11"), ("XXXX-02-29", "2026-03-01", 0, "2024-02-29"),
        ("XXXX-02-29", "1903-03-01", 0, "1904-02-29"), ("XXXX-02-29", "1900-03-01", 0, "1896-02-29"),
        ("XXXX-10-06", "2017-09-07", 5, "2017-10-06"), ("XXXX-10-06", "2017-09-07", 4, "2016-10-06"),
        ("XXXX-10-06", "2017-09-07", 6, "2018-10-06"), ("XXXX-10-06", "2017-09-07", 1, "2017-10-06"),
        ("XXXX-XX-19", "2026-03-20", 0, "2026-03-19"), ("XXXX-XX-21", "2026-03-20", 0, "2026-03-21"),
        ("XXXX-XX-31", "2026-02-27", 0, "2026-01-31"), ("XXXX-XX-20", "2026-03-20", 0, "2026-03-20"),
        ("XXXX-XX-01", "2026-03-31", 0, "2026-04-01"), ("XXXX-XX-21", "2026-03-05", 0, "2026-02-21"),
        ("XXXX-XX-07", "2017-09-20", 1, "2017-08-07"), ("XXXX-XX-07", "2017-09-20", 0, "2017-09-07"),
        ("XXXX-XX-01", "2026-04-25", 0, "2026-05-01"), ("XXXX-XX-01", "2026-05-25", 0, "2026-05-01"),
        ("XXXX-02-29", "2026-12-15", 0, "2028-02-29"), ("XXXX-02-29", "2022-03-01", 0, "2020-02-29"),
        ("XXXX-02-29", "1899-06-01", 0, "1896-02-29"), ("XXXX-02-29", "1901-06-01", 0, "1904-02-29"),
        ("XXXX-02-28", "2026-12-15", 0, "2027-02-28"), ("XXXX-02-29", "2025-06-01", 4, "2024-02-29"),
        ("XXXX-10", "3500-01-01", 0, None), ("XXXX-10-06", "3500-01-01", 0, None),
        ("XXXX-10/XXXX-11", "3500-01-01", 0, None), ("XXXX-35", "2017-09-07", 0, "2017-35"),
        ("XXXX-36", "2017-09-07", 0, "2017-36"),
        ("XXXX-36", "2017-07-31", 0, "2016-36"), ("XXXX-33", "2017-12-30", 0, "2017-33"),
        ("XXXX-01/XXXX-09", "2017-09-01", 0, "2017-01/2017-09"),
        ("XXXX-01/XXXX-09", "2017-08-31", 0, "2016-01/2016-09"),
        ("XXXX-11/XXXX-02", "2018-02-01", 0, "2017-11/2018-02"),
        ("XXXX-40", "2017-01-01", 0, "2017-40"), ("XXXX-21", "2017-02-28", 0, "2016-21"),
        ("XXXX-10-05/XXXX-10-07", "2017-09-07", 0, "2017-10-05/2017-10-07"),
        ("XXXX-02-29", "2024-03-01", 0, "2024-02-29"), ("XXXX-02-29", "2021-03-01", 0, "2020-02-29"),
        ("XXXX-02-29", "2023-12-15", 0, "2024-02-29"), ("XXXX-02-29", "2026-07-30", 0, "2024-02-29"),
        ("XXXX-02-29", "2025-06-01", 6, "2024-02-29"),
        ("XXXX-02-29", "2022-06-01", 6, "2020-02-29"), ("XXXX-02-29", "1900-03-01", 1, "1904-02-29"),
        ("XXXX-02-20", "2025-06-01", 1, "2025-02-20"), ("XXXX-XX-10", "2024-03-04", 0, "2024-03-10"),
    ],
)  # fmt: skip
def test_where_a_pattern_stands(pattern: str, today: str, weekday: int, wanted: str | None) -> None:
    assert told(place(pattern, day(today), weekday)) == wanted


def test_the_nearest_day_is_rather_past() -> None:
    """A day to come counts half as far again as one that is past, and two weeks."""
    for today in DAYS[::5]:
        for month, number in ((1, 1), (3, 31), (7, 15), (12, 31)):
            found = place(f"XXXX-{month:02}-{number:02}", today)
            assert found is not None
            days = [(date(today.year + k, month, number) - today).days for k in (-1, 0, 1)]
            ranked = sorted(days, key=lambda d: -d if d <= 0 else 1.5 * d + 14)
            assert found.start is not None
            assert (found.start - today).days == ranked[0]


@pytest.mark.parametrize(
    ("relation", "precision", "wanted"),
    [
        ("ytd", "day", "2017-01/2017-09"), ("ytd", "month", "2017-01/2017-09"), ("ytd", "year", None),
        ("ytd", "half", "2017-01/2017-09"), ("now", "day", "2017-09-07"), ("now", "month", None),
        ("now", "week", None), ("now", "weekday", "2017-09-07"), ("day0", "week", None),
        ("week-1", "week", "2017-08-28/2017-09-03"), ("week-1", "day", "2017-08-28/2017-09-03"),
        ("month0", "unheard", "2017-09"), ("week0", "unheard", None), ("decade-1", "year", "2000/2009"),
        ("year~-1", "year", "2016"), ("quarter+1!", "season", "2017-36"), ("Year-1", "day", None),
        ("season-1", "day", None), ("year", "day", None), ("half0", "half", "2017-41"),
    ],
)  # fmt: skip
def test_relative(relation: str, precision: str, wanted: str | None) -> None:
    assert told(relative(relation, day("2017-09-07"), precision)) == wanted


@pytest.mark.parametrize(
    ("period", "relation", "wanted"),
    [
        ("2017", "year~-1", "2016"), ("2017-09", "year~-1", "2016-09"), ("2016-02-29", "year~-1",
        "2015-02-28"),
        ("2017-35", "year~-1", "2016-35"), ("2017-41", "year~1", "2018-41"), ("2017-24", "year~-1",
        "2016-24"),
        ("2017-24", "season~-1", None), ("2017-01/2017-10", "year~-2", "2015-01/2015-10"),
        ("2017", "decade~-1", "2007"), ("2017-09", "month~-1", "2017-08"), ("2017-01", "month~-1", "2016-12"),
        ("2017-09-07", "month~-1", "2017-08"), ("2017-09-07", "week~-1", "2017-08-28/2017-09-03"),
        ("2017-09-07", "day~-1", "2017-09-06"), ("2017-33", "quarter~-1", "2016-36"), ("2017", "month~-1",
        None),
        ("2017-09", "quarter~-1", "2017-34"), ("2017-40", "half~-1", "2016-41"), ("2017-40", "quarter~-1",
        None),
        ("2017-09", "week~-1", None), ("2017-35", "month~-1", None), ("2017-09", "year~0", "2017"),
        ("2017-01/2017-03", "quarter~-1", "2016-10/2016-12"), ("2017-01/2017-04", "quarter~-1", None),
        ("2017-01/2017-06", "half~-1", "2016-07/2016-12"), ("2016-12/2017-02", "quarter~1",
        "2017-03/2017-05"),
        ("2017-01/2017-02", "month~-1", None), ("2016/2017", "year~-1", "2015/2016"),
        ("2017-01/2017-03", "week~-1", None), ("2017-09", "same", "2017-09"), ("2017-09", "year-1", None),
        ("2017-09", "year~1000", None), ("2017-09", "year~1001", None), ("2017", "year~900", "2917"),
        ("2017-09", "same@2015", "2015-09"), ("2017-01/2017-07", "same@2015", "2015-01/2015-07"),
        ("2017-09", "same@2014-07/2015-06", "2014-09"), ("2017-05", "same@2014-07/2015-06", "2015-05"),
        ("2017-03", "same@2014/2015", "2015-03"), ("2017-04", "same@2014/2015", "2014-04"),
        ("2017-09", "same@x", None), ("2017-09", "era~1", None), ("2017-01/2017-10", "month~0", "2017-10"),
        ("2017-08-28/2017-09-03", "year~-1", "2016-08-29/2016-09-04"),
        ("2020-12-28/2021-01-03", "year~-1", "2019-12-28/2020-01-03"),
        ("2017-08-29/2017-09-04", "year~-1", "2016-08-29/2016-09-04"),
        ("2017", "decade~2", "2037"), ("2017", "decade~0", "2017"),
        ("2017-01", "same@2014-02/2015-01", "2015-01"),
        ("2017-02", "same@2014-02/2015-01", "2014-02"), ("2017-12", "same@2014-04/2015-03", "2014-12"),
        ("2017-09-01/2017-09-30", "month~-1", None), ("2017-09", "quarter~0", "2017-35"),
        ("2017-09", "nonsense", None), ("2017-09", "same-1", None), ("2017-24", "year~-20", "1997-24"),
        ("2917", "year~-1000", "1917"), ("2917", "year~-1001", None),
    ],
)  # fmt: skip
def test_what_stands_before_and_behind(period: str, relation: str, wanted: str | None) -> None:
    spoken = from_edtf(period)
    assert spoken is not None
    assert told(shift(spoken, relation)) == wanted


@pytest.mark.parametrize("text", ["2009/..", "../2016", "2009-35/..", "../2016-02"])
def test_open_ends_stay_open(text: str) -> None:
    moved = shift(parse_edtf(text), "year~-1")
    assert moved is not None
    assert moved == parse_edtf(text.replace("2009", "2008").replace("2016", "2015"))
    assert shift(parse_edtf("2009/.."), "year~0") == parse_edtf("2009/..")
    assert shift(parse_edtf(text), "month~-1") is shift(parse_edtf("../2016"), "same@2015") is None


def test_a_form_of_ones_own_does_not_move() -> None:
    assert shift(Period(day("2017-09-07"), day("2017-09-07"), "7/9"), "year~-1") is None


@pytest.mark.parametrize(
    "text", ["2017", "2017-09", "2017-09-07", "2017-35", "2017-40", "2015/2016", "2016-11/2017-02"]
)
@pytest.mark.parametrize("years", [1, 3, -7])
def test_years_there_and_back(text: str, years: int) -> None:
    period = from_edtf(text)
    assert period is not None
    there = shift(period, f"year~{years:+}")
    assert there is not None
    assert there != period
    assert shift(there, f"year~{-years:+}") == period
    assert grain_of(there) == grain_of(period)


@pytest.mark.parametrize(
    ("text", "grain"),
    [("2017", "year"), ("2017-09", "month"), ("2017-12", "month"), ("2017-21", "season"), ("2017-33",
     "quarter"),
     ("2017-36", "quarter"), ("2017-40", "half"), ("2017-09-07", "day"), ("2017-01/2017-02", "range")],
)  # fmt: skip
def test_grains(text: str, grain: str) -> None:
    assert grain_of(parse_edtf(text) if "21" not in text else make_month(2017, 21)) == grain  # type: ignore[arg-type]


def test_intervals() -> None:
    may, june = make_month(2017, 5), make_month(2017, 6)
    assert told(make_interval(may, june)) == "2017-05/2017-06"
    assert told(make_interval(may, may)) == "2017-05"
    assert told(make_interval(make_interval(may, june), make_year(2017))) == "2017-05/2017"
    assert make_interval(june, may) is make_interval(None, may) is make_interval(may, None) is None
    assert make_interval(open_period(may, "until"), june) is None  # type: ignore[arg-type]
    assert make_interval(may, open_period(june, "since")) is None  # type: ignore[arg-type]
    assert [told(make_fiscal(2014, m)) for m in (1, 2, 4, 12)] == [
        "2014", "2014-02/2015-01", "2014-04/2015-03", "2014-12/2015-11",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("direction", "wanted"),
    [("since", "2015/.."), ("after", "2015/.."), ("until", "../2016"), ("before", "../2016"), ("in",
     "2015/2016")],
)  # fmt: skip
def test_open_periods(direction: str, wanted: str) -> None:
    years = parse_edtf("2015/2016")
    assert open_period(years, direction) == parse_edtf(wanted)
    assert open_period(make_year(2015), "until") == parse_edtf("../2015")  # type: ignore[arg-type]
