"""How far the parser is: its records against texts annotated by hand."""

from tradenews.evaluate.report import Report, evaluate, table

__all__ = ["Report", "evaluate", "table"]
