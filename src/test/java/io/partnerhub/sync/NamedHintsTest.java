package io.partnerhub.sync;

/** What a hub does that is told of changes, on the store that the hub runs on. */
class NamedHintsTest extends NamedHints {

  NamedHintsTest() {
    super(Hoard::onPostgres);
  }
}
