package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.ledger.Accounts;
import io.partnerhub.ledger.Fate;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.Figures;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.PostgresPasts;
import io.partnerhub.store.TestStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The named changes of a mapping's systems on the store that the hub runs on. */
class NamedSidesTest extends NamedSides {

  NamedSidesTest() {
    super(Hoard::onPostgres);
  }

  @AfterEach
  void every_change_is_accounted_for() {
    assertThat(accounts()).allSatisfy(a -> assertThat(a.of(Fate.LOST)).isZero());
  }

  @AfterEach
  void every_count_is_what_there_is() {
    assertThat(TestStore.miscounted()).isEmpty();
  }

  private List<Accounts.Account> accounts() {
    MappedSystems mapped = MappedSystems.of(List.of(world.mapping));
    return new Accounts(new PostgresPasts(TestStore.dataSource(), mapped), List.of(world.mapping))
        .since(Instant.EPOCH);
  }

  @Test
  void changes_wait_for_a_system_that_joins_until_they_are_written_there() {
    twoInStepWith(2);
    join();
    assertThat(accountOf(SystemName.FULFILLMENT).of(Fate.WAITING)).isEqualTo(2);

    world.rest();

    assertThat(accountOf(SystemName.FULFILLMENT).of(Fate.WRITTEN)).isEqualTo(2);
  }

  private Accounts.Account accountOf(SystemName target) {
    return accounts().stream().filter(a -> a.target().equals(target)).findFirst().orElseThrow();
  }

  @Test
  void copies_in_a_system_count_while_its_mapping_names_it() {
    twoInStepWith(2);
    assertThat(counted()).containsExactly("salesforce IN_SYNC 2", "smartsheet IN_SYNC 2");

    join();
    assertThat(counted())
        .containsExactly("fulfillment DUE 2", "salesforce IN_SYNC 2", "smartsheet IN_SYNC 2");

    world.rest();
    world.startHubIn(
        new io.partnerhub.mapping.DeleteRule.Ignore(),
        SystemName.FULFILLMENT,
        SystemName.SALESFORCE);
    assertThat(counted()).containsExactly("fulfillment IN_SYNC 2", "salesforce IN_SYNC 2");
  }

  private static List<String> counted() {
    return TestStore.figures().counts().stream()
        .map((Figures.Count c) -> c.system() + " " + c.standing() + " " + c.replicas())
        .toList();
  }
}
