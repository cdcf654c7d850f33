"""Filters come in, pages of facts go out; each module reads for one noun with a fixed number of queries."""
