"""Vietnamese, Korean and English text comes in; what its words, numbers, dates and names mean goes out."""
