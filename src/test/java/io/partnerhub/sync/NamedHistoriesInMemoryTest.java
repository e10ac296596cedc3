package io.partnerhub.sync;

/** The same histories on the store in memory: what holds on one holds on the other. */
class NamedHistoriesInMemoryTest extends NamedHistories {

  NamedHistoriesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
