"""Who and what is named in public: names and NIPs leave the values before anything is made of them."""
