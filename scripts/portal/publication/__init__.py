"""Stage 3: from built HTML to the whole site."""
