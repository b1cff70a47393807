"""Markdown taken apart, each piece with its line."""
