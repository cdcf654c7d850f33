"""Requests of programs come in, JSON goes out."""
