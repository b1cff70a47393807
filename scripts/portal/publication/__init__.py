"""Stage 3: built HTML into the whole site."""
