"""The flow table on paper: its width shared among columns, its rows cut into sheets."""
