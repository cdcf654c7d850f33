"""Message codes and parameters come in; sentences, labels, dates and numbers in vi, ko and en go out."""
