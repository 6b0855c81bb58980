"""The pages of regulations."""
