"""`sop revisi`: the text as it stands is kept, and a new revision begun."""
