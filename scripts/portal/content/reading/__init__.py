"""Files, front matter and pages, read without trusting them."""
