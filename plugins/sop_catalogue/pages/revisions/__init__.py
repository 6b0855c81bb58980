"""What an SOP was before: the pages of earlier revisions, and what its own page says of them."""
