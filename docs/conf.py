"""Sphinx: ``make docs`` builds the pages with warnings as errors."""

import doctest

import tradenews

project = "tradenews"
author = "the tradenews authors"
copyright = "2026, the tradenews authors"
release = tradenews.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.viewcode",
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"tradenews {release}"
html_static_path = []
exclude_patterns = ["_build"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_type_aliases = {}
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"tradenews\.(models\.terms|scale|reading|grammar|arguments|io\.rows|parsing)\..*"),
    ("py:.*", r"(Item|DateLike|T|pyarrow.*|Block|Row|Column|Date|Period|Decimal|Iterable|Iterator)"),
    ("py:.*", r"(collections\.abc|datetime|decimal|pathlib|typing|io)\..*"),
    ("py:.*", r"\w*(Kind|Status|Bound|Form|Modality|Dimension|Role|Verdict|Diagnosis|Subject)"),
    ("py:class", r"(str|int|float|bool|object|dict|tuple|list|None|Any|date|Path|TextIO|Literal.*)"),
    ("py:.*", r"(hypothesis\..*|Row|Figure|Axes|matplotlib\..*|tradenews\.testing\.\w+\.\w+Fields)"),
    ("py:exc", r"(Exception|LookupError|ValueError|TypeError|ImportError)"),
    ("py:obj", r"tradenews\..*"),
]
doctest_test_doctest_blocks = ""  # docstrings are run by pytest

doctest_default_flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
doctest_global_setup = "import tradenews\nfrom tradenews import samples\n"
suppress_warnings = ["myst.xref_missing"]


def _by_short_name(app, env, node, contnode):
    """Docstrings name classes by their short names: find the one object that ends so."""
    target = node.get("reftarget", "")
    domain = env.get_domain("py")
    found = [name for name in domain.objects if name.endswith(f".{target}")]
    if node.get("refdomain") != "py" or "." in target or not found:
        return None
    best = min(found, key=len)
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", best, node, contnode)


def setup(app):
    """Sphinx calls this."""
    app.connect("missing-reference", _by_short_name)
