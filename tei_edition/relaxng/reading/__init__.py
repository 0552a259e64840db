"""A schema as it is written: read in either syntax, its files joined, simplified and checked (ISO/IEC 19757-2, sections 4 to 7)."""
