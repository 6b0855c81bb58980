"""What two definitions of one SOP say differently: as values, in words, and which parts of their charts differ."""
