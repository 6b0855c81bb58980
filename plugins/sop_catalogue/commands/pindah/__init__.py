"""`sop pindah`: things get another address, and the old one goes on leading to them."""
