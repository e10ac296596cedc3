package io.partnerhub.sync;

/** The named additions on the store that the hub runs on. */
class NamedAdditionsTest extends NamedAdditions {

  NamedAdditionsTest() {
    super(Hoard::onPostgres);
  }
}
