package io.partnerhub.sync;

/** The same batches on the store in memory: what holds on one holds on the other. */
class NamedBatchesInMemoryTest extends NamedBatches {

  NamedBatchesInMemoryTest() {
    super(Hoard::inMemory);
  }
}
