"""Stage 1: Markdown into an edition and its problems. No HTML, no MkDocs."""
