"""The search index, made from the built site."""
