"""Markdown parsed into blocks, prose and an outline, with line numbers."""
