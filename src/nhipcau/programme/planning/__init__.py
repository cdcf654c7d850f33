"""Development plans: what an enterprise lacks, what on the market closes it, and what became of each step."""
