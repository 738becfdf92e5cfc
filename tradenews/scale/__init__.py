"""Many articles: batches over processes."""
