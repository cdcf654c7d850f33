"""Frozen values that every room may speak of, and the one error tree; no behaviour beyond themselves."""
