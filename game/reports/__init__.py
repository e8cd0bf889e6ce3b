"""What an author looks at rather than reads: the story's map, and an exploration as a page."""
