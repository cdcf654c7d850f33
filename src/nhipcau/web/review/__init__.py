"""Pages of deciding who is who: the queue, one pair, merging and parting, thresholds."""
