"""Where a new record belongs among the register's bodies, and which pairs a person has to decide."""
