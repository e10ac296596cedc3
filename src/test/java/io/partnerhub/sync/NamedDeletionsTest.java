package io.partnerhub.sync;

/** The deletions on the store that the hub runs on. */
class NamedDeletionsTest extends NamedDeletions {

  NamedDeletionsTest() {
    super(Hoard::onPostgres);
  }
}
