"""Needs and offers: what is read from a form, who may know what of them, and what an index keeps of them."""
