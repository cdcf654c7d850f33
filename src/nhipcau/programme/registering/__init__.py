"""Values that a person decided come in; organisations, people, agreements and evidence of the register go out."""
