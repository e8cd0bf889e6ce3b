"""The command line: reads arguments and hands the parts of the game to one another."""
