"""The rules of play: state, engine, state machine, playthrough, save and view."""
