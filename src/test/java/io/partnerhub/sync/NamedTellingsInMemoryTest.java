package io.partnerhub.sync;

/** The same on the store in memory. */
class NamedTellingsInMemoryTest extends NamedTellings {

  NamedTellingsInMemoryTest() {
    super(Hoard::inMemory);
  }
}
