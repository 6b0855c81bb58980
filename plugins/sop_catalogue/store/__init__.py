"""The disk: files read, written whole, and kept from one run to the next; and what stands for it where there is none."""
