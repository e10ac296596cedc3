package io.partnerhub.sync;

/** The same deletions on the store in memory: what holds on one holds on the other. */
class NamedDeletionsInMemoryTest extends NamedDeletions {

  NamedDeletionsInMemoryTest() {
    super(Hoard::inMemory);
  }
}
