"""Where an event is: what its clause says, sites and inner places, and the place of the story."""
