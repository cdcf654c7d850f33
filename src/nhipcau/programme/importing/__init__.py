"""From the rows of a spreadsheet to organisations, source records and doubtful pairs."""
