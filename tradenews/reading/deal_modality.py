"""What is said of a status word: denied, still to come, in doubt, or of an earlier time."""

from __future__ import annotations

from attrs import field, frozen

from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

EARLIER, EARLIER_BEHIND, COMING, WHETHER, NONE = "earlier", "earlier<", "coming", "whether", "none"
UNABLE = "unable"
OPERATORS = frozenset({EARLIER, EARLIER_BEHIND, COMING, WHETHER, NONE, UNABLE})
_REACH, _CAP = 4, 9  # words of weight, and all links, over which a "not" or "will" reaches
_LIGHT = frozenset("l_'\"XVR")  # links that do not count on the way
_STOPS = frozenset(",;:sD¬=")
_CLAUSE = frozenset(",;:s¬")
_AFTER = 8
_LATE = 16  # links over which a clause that ends with its verb is read back


@frozen
class Scopes:
    """The stretches of a chain over which words such as "after", "whether", "nobody" reach."""

    found: tuple[tuple[str, int, int], ...] = field(default=())

    def over(self, operator: str, j: int) -> bool:
        """Does a word of this sort reach over link ``j``?"""
        return bool(self.found) and any(
            kind == operator and low <= j < high for kind, low, high in self.found
        )


def read_scopes(chain: Chain) -> Scopes:
    """The stretch of each operator of a sentence: from it to the end of its clause, or the whole clause."""
    found = []
    for i in chain.find("Y"):
        value = str(chain.values[i])
        if value not in OPERATORS:
            continue
        low, high = _clause(chain, i)
        if value == NONE:
            low = max(low, chain.tags.rfind("&", low, i) + 1)  # "it was signed, and nothing is ratified"
        if value == EARLIER_BEHIND:
            found.append((EARLIER, low, i))
        else:
            found.append((value, low if value == NONE else i, high))
    return Scopes(tuple(found))


def _clause(chain: Chain, i: int) -> tuple[int, int]:
    low, high = i, i
    while low > 0 and chain.tags[low - 1] not in _CLAUSE:
        low -= 1
    while high < len(chain) and chain.tags[high] not in _CLAUSE:
        high += 1
    return low, high


def is_negated(chain: Chain, j: int) -> bool:
    """Does a "not" stand before link ``j``, or at the end of its clause?"""
    tags, weight = chain.tags, 0
    for i in range(j - 1, max(j - _CAP, 0) - 1, -1):
        if tags[i] == "¬" and tags[i - 1] == "g":
            continue  # "not yet"
        if tags[i] in _STOPS or weight >= _REACH:
            break
        if tags[i] == "g":
            return True
        weight += tags[i] not in _LIGHT
    opens = j == 0 or tags[j - 1] in _STOPS  # "signed the treaty is not"
    for i in range(j + 1 + (tags[j + 1 : j + 2] == "¬"), min(j + _AFTER, len(tags))):
        if (opens and tags[i] == "D") or (tags[i] == "¬" and "g" in tags[i + 1 : i + 3]):
            continue
        if tags[i] in _STOPS:
            break
        if tags[i] == "g":
            return i + 1 >= len(tags) or tags[i + 1] in _STOPS
    return False


def modality(chain: Chain, j: int) -> str | None:
    """The modality of the verb at link ``j``: of a word before it, or around it where it ends its clause."""
    tags, weight = chain.tags, 0
    for i in range(j - 1, max(j - _CAP, 0) - 1, -1):
        if tags[i] in _STOPS or tags[i] == "D" or weight >= _REACH:
            break
        if tags[i] == "m":
            return str(chain.values[i])
        weight += tags[i] not in _LIGHT
    return _of_clause(chain, j)


def _of_clause(chain: Chain, j: int) -> str | None:
    """The auxiliary of a clause that ends with link ``j``, in second place or right behind it."""
    tags, end = chain.tags, j + 1
    while end < len(tags) and end - j <= 2 and tags[end] in "lm":
        if tags[end] == "m":
            return str(chain.values[end])
        end += 1
    if end < len(tags) and tags[end] not in _CLAUSE:
        return None
    for i in range(j - 1, max(j - _LATE, 0) - 1, -1):
        if tags[i] in _CLAUSE or tags[i] in "Y&":
            return None
        if tags[i] == "m":
            return str(chain.values[i]) if chain.values[i] != "target" else None
    return None


def is_hearsay(chain: Chain, j: int, lexicon: Lexicon) -> bool:
    """Does a sentence say what others report as done: "aurait signé, selon X", "hätten unterzeichnet"?"""
    words = lexicon.facts.get("hearsay", "").split()
    if not words or "v" not in chain.tags:
        return False
    low, high = _clause(chain, j)
    modes = [i for i in chain.find("m", low, high) if chain.values[i] == "conditional"]
    return len(modes) == 1 and chain.words(modes[0]).casefold() in words


def wanted(chain: Chain, j: int) -> str | None:
    """The modal verb of an infinitive at the end of its clause: "wollen ihr Abkommen ... paraphieren"."""
    for i in range(j - 1, max(j - _CAP, 0) - 1, -1):
        if chain.tags[i] in ",;:sY":
            return None
        if chain.tags[i] == "m":
            return str(chain.values[i]) if chain.values[i] != "forecast" else None
    return None
