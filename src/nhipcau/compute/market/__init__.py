"""Items and queries of the market come in; the best of a million offers, the same on every engine, go out."""
