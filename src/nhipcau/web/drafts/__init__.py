"""Drafts come in, the pages on which a person decides them go out."""
