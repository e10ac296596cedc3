package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.store.TestStore;
import org.junit.jupiter.api.Test;

/** The mass changes on the store that the hub runs on. */
class NamedMassChangesTest extends NamedMassChanges {

  NamedMassChangesTest() {
    super(Hoard::onPostgres);
  }

  @Test
  void what_is_read_again_from_its_beginning_is_guarded_as_all_news_are() {
    inStep(new DeleteRule.Propagate());
    int before = world.written();
    sortHalfTheKeys();
    TestStore.connectorActs(world.clock)
        .reset(
            sheet.system(), sheet.system().value(), null, new Chooser("ann", "a row was missed"));

    world.rest();

    assertThat(world.written()).isEqualTo(before);
    assertThat(world.stops()).hasSize(1);
  }
}
