"""The chain as names see it: which words have a capital, which marks join two words.

Names are told by their capitals, the tags of a chain by meaning. While names are being read, the tag of a
content word with a capital is ``ĉ`` ("Trade" in "Foreign Trade"), a nationality or an institution without
one is ``â`` or ``ĩ``, a word for a company that counts (``H``) is a descriptor ``ø``, a hyphen, stop or
apostrophe inside a name is ``ĵ``, and "&" is ``ĸ``. Afterwards all that is no name has its old tag again.
"""

from __future__ import annotations

from tradenews.scan.chain import Chain

CONTENT = frozenset("KJVFTmYDUSMPGxfijwφσBcpeHδμ!")
LOWER = {"a": "â", "I": "ĩ"}
_GLUE = "-'/"


def name_view(chain: Chain) -> Chain:
    """``chain`` with the tags that the name grammars are written in; places and values are shared."""
    text, starts, ends, old = chain.text, chain.starts, chain.ends, chain.tags
    new = list(old)
    last = len(old) - 1
    for i, tag in enumerate(old):
        if tag in CONTENT:
            if text[starts[i]].isupper():
                new[i] = "ĉ"
            elif tag == "H" and chain.values[i] == "company":
                new[i] = "ø"
        elif tag in LOWER:
            if text[starts[i]].islower():
                new[i] = LOWER[tag]
        elif tag in _GLUE:
            if 0 < i < last and ends[i - 1] == starts[i] and ends[i] == starts[i + 1]:
                new[i] = "ĵ"
        elif tag == "s":
            if _is_initial(chain, i):
                new[i] = "ĵ"
        elif tag == "&" and text[starts[i]] == "&":
            new[i] = "ĸ"
    return Chain(text, "".join(new), starts, ends, chain.values)


def plain_view(chain: Chain, old: Chain) -> Chain:
    """A folded view with the tags of ``old`` back at every link that no name grammar made."""
    before = dict(zip(old.starts, old.tags, strict=True))
    tags = (tag if tag in "@W" else before.get(start, tag) for tag, start in zip(chain.tags, chain.starts, strict=True))
    return Chain(chain.text, "".join(tags), chain.starts, chain.ends, chain.values)


def _is_initial(chain: Chain, i: int) -> bool:
    """Does the stop at ``i`` close an initial that a name follows: "J. Smith"?"""
    text, starts, ends = chain.text, chain.starts, chain.ends
    return (
        0 < i < len(starts) - 1
        and text[starts[i]] == "."
        and ends[i - 1] == starts[i]
        and ends[i - 1] - starts[i - 1] == 1
        and text[starts[i - 1]].isupper()
        and text[starts[i + 1]].isupper()
    )
