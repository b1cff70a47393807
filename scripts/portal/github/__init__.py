"""GitHub: what its workflows show, and what its API does."""
