package io.partnerhub.sync;

/** The same histories on the store in memory. */
class NamedMappingChangesInMemoryTest extends NamedMappingChanges {

  NamedMappingChangesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
