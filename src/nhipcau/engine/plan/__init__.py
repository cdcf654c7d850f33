"""Gaps × remedies → development plans: what closes which gap, in what order, how long, at what cost."""
