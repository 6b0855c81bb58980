"""All SOPs together: references, law, roles, documents, health, open data."""
