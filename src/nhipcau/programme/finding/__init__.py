"""Names come in as they are kept or typed; how a name is found, and how well it fits, goes out."""
