"""Countries and blocs: every country has its words in every language; what only looks like one has none."""

from __future__ import annotations

import pytest

from tradenews.errors import NormalizationError
from tradenews.grammar.context import Context
from tradenews.grammar.places import PLACES
from tradenews.lexicon.index import Lexicon
from tradenews.lexicon.load import languages, load_lexicon, world
from tradenews.normalize.territory import countries, country_code, country_name, is_country
from tradenews.reading.expressions_country import normalize_country
from tradenews.scan.tokens import scan

# Places without a people of their own, or whose adjective no newspaper prints.
FEW = (
    "AI AQ AS AX BL BQ BV CC CK CX FK GG GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU "
    "PF PM PN PR PW RE SH SJ ST SX TC TF TK TO TV UM VA VC VG VI VU WF YT AG DM GD GF GP "
    "KI KN LC MH NR SB SM WS BM BB BZ BS CW AW FO GI GL EH GW FM FJ MC AD PG"
)


def codes(text: str, language: str) -> list[str]:
    lexicon = load_lexicon(language)
    chain = PLACES.fold(scan(text, 0, len(text), lexicon), Context(language=language, lexicon=lexicon))
    return [str(chain.values[i]) for i in chain.find("Aak")]


def named(lexicon: Lexicon, tag: str) -> set[str]:
    found = {str(e.value) for e in lexicon.forms(tag)}
    more = {str(e.value) for e in lexicon.forms("¤") if str(e.value).startswith("a:") == (tag == "a")}
    return found | {c for value in more for c in value.removeprefix("a:").replace("+", "|").split("|")}


@pytest.mark.parametrize("language", languages())
def test_every_country_has_a_name(language: str) -> None:
    lexicon = load_lexicon(language)
    have = named(lexicon, "A")
    missing = {c for c in countries() - have if country_name(c, language)}
    assert not missing - {"RE", "MU", "GD"}, missing


@pytest.mark.parametrize("language", [x for x in languages() if x != "zh"])
def test_every_country_has_an_adjective(language: str) -> None:
    have = named(load_lexicon(language), "a")
    assert not countries() - set(FEW.split()) - have


@pytest.mark.parametrize("language", languages())
def test_words_of_countries_have_known_codes(language: str) -> None:
    blocs = set(world()["code_names"])
    for tag in "Aak":
        for code in named(load_lexicon(language), tag) - {"-"}:
            assert is_country(code) or code == "EU" or code in blocs, code


def test_members_are_countries() -> None:
    for bloc, (members, *rest) in world()["members"].items():
        assert not rest
        assert set(members.split()) <= countries(), bloc


YES = [
    ("en", "U.S. and UK exports to Holland, Burma and the Ivory Coast", "US GB NL MM CI"),
    ("en", "Mexico’s and Chinese officials; the Dutch; Swiss", "MX CN NL CH"),
    ("en", "Sino-Mexican trade, Franco-German plans", "CN MX FR DE"),
    ("en", "Beijing urged Washington and Brussels", "CN US EU"),
    ("en", "ASEAN, the GCC, the Pacific Alliance and the G20", "ASEAN GCC PACIFIC_ALLIANCE G20"),
    ("en", "South Korea and North Korea", "KR KP"),
    ("en", "Georgia and Armenia sell wine", "GE AM"),
    ("de", "Mexikos Ausfuhren in die Schweiz und die Niederlande", "MX CH NL"),
    ("de", "US-amerikanische und deutsche EU-Waren, Reich der Mitte", "US DE EU CN"),
    ("de", "in den Vereinigten Staaten und der Tschechischen Republik", "US CZ"),
    ("es", "EE.UU., EE UU y los Estados Unidos; España y la UE", "US US US ES EU"),
    ("es", "empresas chinas, francesas y neerlandesas; gigante asiático", "CN FR NL CN"),
    ("es", "Perú, Panamá y la República Dominicana", "PE PA DO"),
    ("fr", "les Etats-Unis, l'Union européenne et l'Empire du milieu", "US EU CN"),
    ("fr", "la Côte d’Ivoire ; ivoiriennes, sud-coréens", "CI CI KR"),
    ("pt", "os EUA, o Irã e o Irão, a Polónia e a Polônia", "US IR IR PL PL"),
    ("pt", "produtores brasileiros e norte-americanos", "BR US"),
    ("it", "gli Stati Uniti, la Ue e il Regno Unito; dell'Unione europea", "US EU GB EU"),
    ("it", "vini francesi e spagnoli, il Dragone", "FR ES CN"),
    ("nl", "de VS, Duitse en Zuid-Koreaanse bedrijven, het VK", "US DE KR GB"),
    ("nl", "Nederlandse kaas naar België", "NL BE"),
    ("zh", "中美欧贸易，美、加、墨三国", "CN US EU US CA MX"),
    ("zh", "我国对美出口，9日美国宣布", "CN US US"),
    ("zh", "其中日本和韩国，东盟、海合会", "JP KR ASEAN GCC"),
    ("zh", "阿联酋同巴西，中方表示", "AE BR CN"),
    ("zh", "中國對歐盟、韓國出口，東盟", "CN EU KR ASEAN"),
]


@pytest.mark.parametrize(("language", "text", "want"), YES)
def test_countries_are_found(language: str, text: str, want: str) -> None:
    assert codes(text, language) == want.split()


NO = [
    ("en", "New Mexico, the Gulf of Mexico and the Indian Ocean"),
    ("en", "Michael Jordan met Jordan Smith"),
    ("en", "in Atlanta, Georgia"),
    ("en", "turkey meat, fine china and us"),
    ("en", "African American and Latin American voters; Indiana; British Columbia; Roman roads"),
    ("en", "talks in Beijing; the South China Sea; Doha Round"),
    ("en", "European firms"),
    ("en", "BEIJING, Nov. 3"),
    ("en", "BRUSSELS (dpa)"),
    ("es", "MADRID. - La venta"),
    ("en", "polish and chile peppers"),
    ("de", "auf Englisch, der Golf von Mexiko, die Uruguay-Runde, in Peking"),
    ("es", "el Golfo de México, chile seco, en inglés, Reunión anual"),
    ("fr", "le golfe du Mexique, en anglais, Réunion de travail"),
    ("pt", "Golfo do México, Reunião em São Paulo, em inglês"),
    ("it", "Golfo del Messico, America Latina, in inglese"),
    ("nl", "Golf van Mexico, Zuid-Amerikaanse landen, in het Engels"),
    ("zh", "墨西哥湾，法院，人民币对美元，华为"),
]


@pytest.mark.parametrize(("language", "text"), NO)
def test_other_names_are_no_countries(language: str, text: str) -> None:
    assert codes(text, language) == []


SURROUNDINGS = [
    ("es", "EU cobra un arancel a México; la UE negocia", "US MX EU"),
    ("es", "la Unión Europea (EU) firmó", "EU EU"),
    ("es", "gigante chino y banco francés", "CN FR"),
    ("en", "Korean ships for Seoul", "KR KR"),
    ("en", "Congolese cobalt from Kinshasa", "CD CD"),
    ("en", "Georgia's ports at Savannah, Alabama", ""),
    ("en", "the European Union and European firms", "EU EU"),
    ("zh", "乌拉圭政府说，乌方欢迎", "UY UY"),
    ("zh", "乌克兰粮食，乌方欢迎", "UA UA"),
]


@pytest.mark.parametrize(("language", "text", "want"), SURROUNDINGS)
def test_surroundings_decide(language: str, text: str, want: str) -> None:
    assert codes(text, language) == want.split()


def test_cues_are_sought_in_a_bounded_view() -> None:
    text = "European firms. " * 5_000
    assert codes(text, "en") == []


def test_a_guess_leaves_an_assumption() -> None:
    lexicon = load_lexicon("en")
    chain = PLACES.fold(scan("Korea", 0, 5, lexicon), Context(language="en", lexicon=lexicon))
    (guess,) = chain.values[0].assumptions
    assert (guess.subject, guess.chosen, guess.alternatives) == ("country", "KR", ("KP",))


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Mexiko", "de", "MX"),
        ("mexican", "en", "MX"),
        ("EE.UU.", "es", "US"),
        ("MEX", None, "MX"),
        ("mx", None, "MX"),
        ("840", None, "US"),
        ("UK", None, "GB"),
        ("the Netherlands", "en", "NL"),
        ("les Pays-Bas", "fr", "NL"),
        ("Deutschland", None, "DE"),
        ("墨西哥", None, "MX"),
        ("European Union", None, "EU"),
        ("Georgia", "en", "GE"),
    ],
)
def test_normalize_country(text: str, language: str | None, code: str) -> None:
    assert normalize_country(text, language) == code


@pytest.mark.parametrize(
    ("text", "candidates"), [("Korea", ("KR", "KP")), ("Congo", ("CD", "CG")), ("Atlantis", ()), ("", ())]
)
def test_normalize_country_refuses(text: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(NormalizationError) as error:
        normalize_country(text, "en")
    assert error.value.candidates == candidates


def test_codes() -> None:
    assert [country_code(x) for x in ("deu", "076", "SU?", "", "日本")] == ["DE", "BR", None, None, None]
    assert [country_code(x) for x in ("ß", "ſu", "ﬁ")] == [None, None, None]  # two letters only as capitals
