"""The page of one SOP: its form, and what a reader asks next."""
