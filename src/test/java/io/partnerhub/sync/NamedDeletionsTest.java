package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.store.TestStore;
import org.junit.jupiter.api.AfterEach;

/** The deletions on the store that the hub runs on, which keeps count of the copies. */
class NamedDeletionsTest extends NamedDeletions {

  NamedDeletionsTest() {
    super(Hoard::onPostgres);
  }

  @AfterEach
  void all_copies_are_counted() {
    assertThat(TestStore.miscounted()).isEmpty();
  }
}
