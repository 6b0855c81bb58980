"""Old addresses and codes: pages that lead on to where a thing stands now."""
