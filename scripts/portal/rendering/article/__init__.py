"""The text of a page after Markdown."""
