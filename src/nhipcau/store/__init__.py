"""Facts come in, rows are kept, facts go out: the only room that sees a table."""
