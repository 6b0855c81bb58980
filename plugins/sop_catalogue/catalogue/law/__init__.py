"""Regulations: told apart however they are written, and cited."""
