"""The theme `katalog-sop`: Material for MkDocs in this catalogue's own dress."""

import os

# Material prints an advertisement about MkDocs 2 at every build, which would break the promise that a strict build
# of a sound catalogue is silent. We pin MkDocs 1.x, so it says nothing an author could act on.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
