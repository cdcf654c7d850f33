"""A document's text comes in; draft agreements go out, each value with the words of the text that say it."""
