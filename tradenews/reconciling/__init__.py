"""Many articles to one account."""

from typing import TYPE_CHECKING

from tradenews.lazy import lazily

if TYPE_CHECKING:
    from tradenews.reconciling.dossier import reconcile

__all__ = ["reconcile"]

__getattr__, __dir__ = lazily(__name__, {"reconcile": "tradenews.reconciling.dossier"})
