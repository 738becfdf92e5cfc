"""Many articles to one account."""
