"""The addresses that were published, and where each leads now."""
