"""The words in language/, and dates in words."""
