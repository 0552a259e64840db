"""What is wrong, in words: where, why, and what may stand there instead."""
