package io.partnerhub.sync;

/** The histories of failing writes on the store that the hub runs on. */
class NamedTroublesTest extends NamedTroubles {

  NamedTroublesTest() {
    super(Hoard::onPostgres);
  }
}
