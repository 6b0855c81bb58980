"""The pages about who does what with what."""
