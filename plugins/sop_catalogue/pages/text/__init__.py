"""Texts as browsers set them, measured before anything is shown: where lines end, and how many there are."""
