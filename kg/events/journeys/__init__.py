"""Who travels where and from where, with whom, in which legs, and how long they stay."""
