"""Facts come into templates, words and components go out."""
