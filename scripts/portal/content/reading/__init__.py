"""Pages, front matter and navigation, read from files but not yet checked."""
