"""Kyrgyz words for the search."""
