"""The code that the commands share, in three stages: content (Markdown), site (MkDocs), publication (built HTML)."""
