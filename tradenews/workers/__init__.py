"""Many texts: one after the other, or over processes."""
