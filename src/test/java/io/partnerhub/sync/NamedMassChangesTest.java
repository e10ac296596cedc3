package io.partnerhub.sync;

/** The mass changes on the store that the hub runs on. */
class NamedMassChangesTest extends NamedMassChanges {

  NamedMassChangesTest() {
    super(Hoard::onPostgres);
  }
}
