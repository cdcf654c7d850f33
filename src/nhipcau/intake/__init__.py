"""Bytes from outside come in, text goes out, or the reason why there is none."""
