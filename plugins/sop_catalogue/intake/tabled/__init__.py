"""Documents that say themselves what is a cell: lines and tables of cells become the SOPs in them."""
