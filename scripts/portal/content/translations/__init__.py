"""Which version of its original each section of a translation follows."""
