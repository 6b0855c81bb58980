"""From steps as written to a flow: lanes, rows, symbols, arrows."""
