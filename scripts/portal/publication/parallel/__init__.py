"""Pages with their languages side by side, made of the built pages."""
