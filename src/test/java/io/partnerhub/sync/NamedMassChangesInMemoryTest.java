package io.partnerhub.sync;

/** The same on the store in memory: what holds on one holds on the other. */
class NamedMassChangesInMemoryTest extends NamedMassChanges {

  NamedMassChangesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
