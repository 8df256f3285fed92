"""What the tests stand on: the oracle, external data, and the two things that are put to the same questions."""
