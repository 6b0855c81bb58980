"""Networks of SOPs as pictures."""
