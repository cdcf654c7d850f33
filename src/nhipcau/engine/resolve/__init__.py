"""Records of organisations come in; which of them are one body, which are surely not, and why, goes out."""
