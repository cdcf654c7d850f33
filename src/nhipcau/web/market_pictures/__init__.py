"""Questions about the whole market come in, pictures with their tables go out."""
