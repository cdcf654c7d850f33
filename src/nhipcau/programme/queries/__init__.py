"""Questions of a page come in; facts that this person may see, with their states, go out."""
