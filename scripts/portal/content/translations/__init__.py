"""Which text of the original each section of a translation follows."""
