"""The search index, built from the HTML of the site."""
