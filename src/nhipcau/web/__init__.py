"""Requests of a browser come in, pages go out."""
