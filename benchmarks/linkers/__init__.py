"""A register file comes in; the columns ``id`` and ``cluster`` go out: one peer a module, each run as a process."""
