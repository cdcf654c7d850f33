"""Facts come in, rows go out, and the same facts come back; one noun a file."""
