"""What stands on sheets, written as HTML. No other room knows what a browser is told."""
