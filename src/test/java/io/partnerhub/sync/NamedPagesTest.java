package io.partnerhub.sync;

/** What people edit beside a read in pages, on the store that the hub runs on. */
class NamedPagesTest extends NamedPages {

  NamedPagesTest() {
    super(Hoard::onPostgres);
  }
}
