package io.partnerhub.sync;

/** The histories of unreadable texts on the store that the hub runs on. */
class NamedUnreadableTextsTest extends NamedUnreadableTexts {

  NamedUnreadableTextsTest() {
    super(Hoard::onPostgres);
  }
}
