package io.partnerhub.sync;

/** The same histories on the store in memory. */
class NamedUnreadableTextsInMemoryTest extends NamedUnreadableTexts {

  NamedUnreadableTextsInMemoryTest() {
    super(Hoard::inMemory);
  }
}
