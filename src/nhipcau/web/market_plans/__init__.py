"""Development plans on pages: what closes which gap, two ways side by side, and what became of each step."""
