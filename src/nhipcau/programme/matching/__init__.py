"""Matches: what may become of one, who may say so for which side, and what each side may know of the other."""
