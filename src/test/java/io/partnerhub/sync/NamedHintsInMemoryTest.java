package io.partnerhub.sync;

/** What a hub does that is told of changes, on a store in memory. */
class NamedHintsInMemoryTest extends NamedHints {

  NamedHintsInMemoryTest() {
    super(Hoard::inMemory);
  }
}
