"""Documents become definitions: page → table → symbols → arrows → YAML."""
