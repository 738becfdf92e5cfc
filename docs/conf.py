"""Sphinx: ``make docs`` builds the pages with warnings as errors. Their examples are run by the tests."""

import tradenews

project = "tradenews"
author = "the tradenews authors"
copyright = "2026, the tradenews authors"
release = tradenews.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"tradenews {release}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_show_sourcelink = False
exclude_patterns = ["_build", "_generated", "measured"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_default_options = {"undoc-members": True}
nitpicky = True
nitpick_ignore_regex = [  # names of the standard library and of extras: their pages are not at hand here
    ("py:.*", r"(collections\.abc|datetime|decimal|pathlib|typing|io|pyarrow|attrs?)\..*"),
    ("py:.*", r"(hypothesis|matplotlib)\..*|Figure|Axes|SearchStrategy"),
    ("py:.*", r"(Decimal|Date|date|Path|TextIO|Iterable|Iterator|Sequence|Mapping|Callable|Any|Literal.*)"),
    ("py:.*", r"(str|int|float|bool|bytes|object|dict|tuple|list|type|None|property)"),
    (
        "py:.*",
        r"(Exception|BaseException|LookupError|ValueError|TypeError|ImportError|RuntimeError|KeyError)",
    ),
]


def _by_short_name(app, env, node, contnode):
    """Docstrings and annotations name classes by their short names: find the public one."""
    if node.get("refdomain") != "py":
        return None
    name = node.get("reftarget", "").rpartition(".")[2]
    domain = env.get_domain("py")
    found = [full for full in domain.objects if full.endswith(f".{name}")]
    if not found:
        return None
    best = min(found, key=len)
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", best, node, contnode)


def _without_last_blank(app, name, source):
    """The blank line that ends the output of an example, for the tests, is not shown."""
    source[0] = source[0].replace("\n\n```\n", "\n```\n")


def setup(app):
    """Sphinx calls this."""
    app.connect("source-read", _without_last_blank)
    app.connect("missing-reference", _by_short_name)
