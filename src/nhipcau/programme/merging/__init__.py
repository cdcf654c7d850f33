"""Two things that turn out to be one become one, and two again when that was wrong."""
