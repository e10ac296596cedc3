package io.partnerhub.sync;

/** The histories of failing writes on the store in memory: what holds on one holds on the other. */
class NamedTroublesInMemoryTest extends NamedTroubles {

  NamedTroublesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
