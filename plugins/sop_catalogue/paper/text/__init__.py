"""Texts on a sheet: those where only a line fits, and how long ones are cut."""
