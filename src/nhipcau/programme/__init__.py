"""Verbs that the staff would say come in from web, api and cli; facts, or errors of the one tree, go out."""
