package io.partnerhub.sync;

/** The named changes of a mapping's systems in memory, where they take no time. */
class NamedSidesInMemoryTest extends NamedSides {

  NamedSidesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
