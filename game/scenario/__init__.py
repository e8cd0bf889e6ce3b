"""What an author wrote: read with places, checked, and kept as values that never change."""
