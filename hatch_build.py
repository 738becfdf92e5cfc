"""The build hook: makes the prepared files of the package, for wheels and for editable installations."""

from __future__ import annotations

import os
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparedFiles(BuildHookInterface[Any]):
    """Writes them beside the modules; hatchling takes them into the wheel as artifacts."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before each build of a wheel."""
        sys.path.insert(0, self.root)
        sys.dont_write_bytecode = True
        from tradenews.prepare import prepare

        prepare(os.path.join(self.root, "tradenews", "prepared"))
