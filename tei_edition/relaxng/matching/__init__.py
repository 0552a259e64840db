"""A document against a grammar: whether it fits, and where not."""
