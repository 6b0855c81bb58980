"""The commands of `sop`, one a module: each adds itself to the parser and runs."""
