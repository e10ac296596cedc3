package io.partnerhub.sync;

/** What people edit beside a read in pages, on a store in memory. */
class NamedPagesInMemoryTest extends NamedPages {

  NamedPagesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
