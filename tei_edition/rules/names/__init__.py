"""One sort of names a file: each says which entries it is about, by which element they are named in a text, and in which forms."""
