package io.partnerhub.sync;

/** The histories of changed places on the store that the hub runs on. */
class NamedPlaceChangesTest extends NamedPlaceChanges {

  NamedPlaceChangesTest() {
    super(Hoard::onPostgres);
  }
}
