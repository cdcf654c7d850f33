"""Needs and offers come in; ranked matches with reasons and gaps go out."""
