package io.partnerhub.sync;

/** The named additions in memory, where they take no time. */
class NamedAdditionsInMemoryTest extends NamedAdditions {

  NamedAdditionsInMemoryTest() {
    super(Hoard::inMemory);
  }
}
