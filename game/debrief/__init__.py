"""A playthrough laid beside the record."""
