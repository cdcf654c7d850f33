"""A listing's running text comes in; what it says of the market's properties goes out."""
