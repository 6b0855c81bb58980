"""Two states of an SOP beside each other: what changed in words, step by step, and in the charts."""
