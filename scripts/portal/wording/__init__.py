"""The texts in language/, and dates in words."""
