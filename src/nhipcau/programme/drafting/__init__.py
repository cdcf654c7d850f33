"""A machine's reading comes in; a draft with values to decide and proposals to weigh goes out."""
