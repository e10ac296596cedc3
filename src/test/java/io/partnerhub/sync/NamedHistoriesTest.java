package io.partnerhub.sync;

/** The named histories on the store that the hub runs on. */
class NamedHistoriesTest extends NamedHistories {

  NamedHistoriesTest() {
    super(Hoard::onPostgres);
  }
}
