"""What drives a browser to print, and joins what it printed."""
