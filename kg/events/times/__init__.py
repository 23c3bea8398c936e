"""When an event is: the date of its own among those of the sentence, the story's time, lengths and gaps."""
