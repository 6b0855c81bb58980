"""What Office saves: a zip of XML parts, read with limits and without entities."""
