"""What an office has settled: how much each finding weighs, and which day it is."""
