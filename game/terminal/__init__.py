"""The terminal: the whole game by keyboard, in lines of text."""
