"""GitHub: what its workflows show, and what is done through its API."""
