package io.partnerhub.sync;

/** What is told, on the store that the hub runs on. */
class NamedTellingsTest extends NamedTellings {

  NamedTellingsTest() {
    super(Hoard::onPostgres);
  }
}
