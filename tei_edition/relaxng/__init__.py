"""RELAX NG (ISO/IEC 19757-2): schemas read, documents validated, and what is wrong with either told at its place in words."""
