"""Many texts: one after the other, or over processes."""

from typing import TYPE_CHECKING

from tradenews.lazy import lazily

if TYPE_CHECKING:
    from tradenews.workers.many import read_many

__all__ = ["read_many"]

__getattr__, __dir__ = lazily(__name__, {"read_many": "tradenews.workers.many"})
