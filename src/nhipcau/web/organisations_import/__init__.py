"""Pages of spreadsheets of organisations on their way into the register."""
