"""What is read when many texts are: a text, or a text with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Item = str | tuple[str, Mapping[str, Any]]
