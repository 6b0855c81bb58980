"""From symbols on a grid to routes for all arrows."""
