"""What the flows tell together: who hands what to whom, and how long it takes."""
