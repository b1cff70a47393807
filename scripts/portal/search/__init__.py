"""The search: words, records, index and vocabulary, made from the built site."""
