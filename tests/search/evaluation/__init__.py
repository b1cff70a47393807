"""The evaluation of the search: queries, answers of the real index, measures."""
