"""What a predicate tells: who fills the roles of its type, and whether an event is meant at all."""
