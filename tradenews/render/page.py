"""The parts that all HTML output shares: escaping, style, the frame of a page."""

from __future__ import annotations

from html import escape

_LIGHT = """--ink:#1c1e21;--paper:#fff;--soft:#5b6472;--line:#d9dde3;--figure:#cfe3ff;--deal:#ffe3b8;
--country:#cdeed2;--body:#e4dcff;--person:#ffd9e6;--guess:#b45309;--bad:#c81e1e;--good:#15803d;--link:#1d4ed8"""
_DARK = """--ink:#e6e6e6;--paper:#16181c;--soft:#9aa3af;--line:#333a44;--figure:#1d4272;--deal:#614317;
--country:#1f4d2a;--body:#43366f;--person:#63304a;--guess:#f59e0b;--bad:#f87171;--good:#4ade80;--link:#93c5fd"""
# Light or dark as the system says, unless a notebook (Jupyter, VS Code) or the page around it says otherwise.
_SCHEMES = f"""
.tn{{{_LIGHT}}}
@media (prefers-color-scheme:dark){{.tn{{{_DARK}}}}}
[data-jp-theme-light="true"] .tn,.vscode-light .tn,[data-theme="light"] .tn{{{_LIGHT}}}
[data-jp-theme-light="false"] .tn,.vscode-dark .tn,[data-theme="dark"] .tn{{{_DARK}}}
"""
STYLE = (
    _SCHEMES
    + """
.tn{color:var(--ink);background:var(--paper);font:16px/1.6 system-ui,sans-serif;max-width:62rem;
margin:0 auto;padding:1rem}
.tn a{color:var(--link)}
.tn h1{font-size:1.4rem;margin:.2rem 0}
.tn h2{font-size:1.05rem;margin:1.4rem 0 .4rem}
.tn .meta{color:var(--soft);font-size:.9rem}
.tn .text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:.5rem;
padding:1rem}
.tn mark{color:inherit;border-radius:.2rem;padding:.05rem .1rem;background:none}
.tn mark.figure{background:var(--figure)}
.tn mark.country,.tn mark.bloc{background:var(--country)}
.tn mark.company,.tn mark.organization,.tn mark.government{background:var(--body)}
.tn mark.person{background:var(--person)}
.tn mark.deal{box-shadow:inset 0 -.35em var(--deal)}
.tn mark.assumption{text-decoration:underline wavy var(--guess)}
.tn mark.chrome{color:var(--soft)}
.tn mark:focus-visible,.tn mark:target{outline:2px solid var(--guess);outline-offset:1px}
.tn [aria-description]:is(:hover,:focus-visible)::after{content:attr(aria-description);position:fixed;
left:50%;bottom:.8rem;transform:translateX(-50%);width:max-content;max-width:min(46rem,92vw);z-index:9;
background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .8rem;
font:14px/1.45 system-ui,sans-serif;white-space:pre-line;text-align:left;pointer-events:none;
box-shadow:0 .3rem 1.2rem #0005;box-sizing:border-box}
.tn .legend mark{margin-right:.6rem;font-size:.85rem}
.tn .wide{overflow-x:auto}
.tn table{border-collapse:collapse;font-size:.88rem;width:100%}
.tn th,.tn td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
.tn .code{white-space:nowrap}
.tn .conflicts{color:var(--bad);font-weight:600}
.tn .agrees{color:var(--good)}
.tn blockquote{margin:.2rem 0;padding-left:.7rem;border-left:3px solid var(--line)}
"""
)


_PAGE = "body{margin:0;background:#fff}@media (prefers-color-scheme:dark){body{background:#16181c}}"


def safe(text: object) -> str:
    """``text`` as HTML text or attribute value; lone surrogates and control characters made visible."""
    shown = str(text).encode("utf-8", "replace").decode("utf-8")
    return escape("".join(c if c in "\n\t" or c.isprintable() or c.isspace() else "\ufffd" for c in shown))


def row(cells: list[str], tag: str = "td") -> str:
    """A row of a table; the cells are HTML already."""
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def table(heads: list[str], rows: list[str]) -> str:
    """A table with a head, which scrolls sideways where it is too wide."""
    head, body = row(heads, "th"), "".join(rows)
    return f'<div class="wide"><table><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def page(title: str, body: str, language: str = "en") -> str:
    """A whole self-contained page around ``body``: no script, no font, no image from elsewhere."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{safe(language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{safe(title)}</title><style>{_PAGE}</style></head><body>{body}</body></html>\n"
    )
