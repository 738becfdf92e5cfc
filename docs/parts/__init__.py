"""The parts of the pages that the library makes itself, one module a page."""
