package io.partnerhub.sync;

/** The named batches on the store that the hub runs on. */
class NamedBatchesTest extends NamedBatches {

  NamedBatchesTest() {
    super(Hoard::onPostgres);
  }
}
