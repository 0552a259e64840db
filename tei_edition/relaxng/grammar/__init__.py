"""A grammar in its simple form: patterns, what is left of them after a step, and how they are kept on disk."""
