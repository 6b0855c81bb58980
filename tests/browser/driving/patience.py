"""How long the tests wait for a browser."""

SECONDS = 60
"""Only what never comes takes longer, also on a machine with much else to do; waiting ends as soon as it comes."""
