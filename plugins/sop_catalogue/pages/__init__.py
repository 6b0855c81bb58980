"""What people read on the screen; each page a plan, made when it is asked for."""
