"""Stage 2: an edition into what templates and articles need."""
