"""Records in and out."""

from typing import TYPE_CHECKING

from tradenews.lazy import lazily

if TYPE_CHECKING:
    from tradenews.io.pages import read_html

__all__ = ["read_html"]

__getattr__, __dir__ = lazily(__name__, {"read_html": "tradenews.io.pages"})
