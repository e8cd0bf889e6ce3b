"""What can be said of a scenario without playing it: every state, exactly."""
