"""What hypothesis calls when it is imported: the models are registered, strategies made when needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import tradenews.models as models


def register() -> None:
    """Register a strategy for every model; the strategies' module is imported with the first one used."""
    st = import_module("hypothesis.strategies")
    for name in models.__all__:
        st.register_type_strategy(getattr(models, name), _strategy)


def _strategy(model: type) -> Any:
    return import_module("tradenews.testing.strategies").strategy_of(model)
