"""The published addresses, and where each leads now."""
