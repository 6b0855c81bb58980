"""`sop beda`: what two states of an SOP say differently."""
