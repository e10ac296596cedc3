package io.partnerhub.sync;

/** The same histories on the store in memory. */
class NamedPlaceChangesInMemoryTest extends NamedPlaceChanges {

  NamedPlaceChangesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
