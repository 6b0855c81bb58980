"""Paper: SOPs cut into sheets at build time, so that the browser only prints."""
