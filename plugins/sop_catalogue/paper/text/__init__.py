"""How wide texts are, where their lines end, and how they are cut."""
