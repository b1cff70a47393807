"""How fresh a translation is, section by section: which text of the original each section says it follows."""
