package io.partnerhub.sync;

/** The histories of changed mappings on the store that the hub runs on. */
class NamedMappingChangesTest extends NamedMappingChanges {

  NamedMappingChangesTest() {
    super(Hoard::onPostgres);
  }
}
