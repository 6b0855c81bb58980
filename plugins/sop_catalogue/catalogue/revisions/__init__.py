"""What SOPs were before, as far as it was kept."""
