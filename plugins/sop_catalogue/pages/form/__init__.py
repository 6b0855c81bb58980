"""The official form on the screen."""
