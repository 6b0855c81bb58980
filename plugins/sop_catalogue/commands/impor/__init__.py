"""`sop impor`."""
