package io.partnerhub.connector.smartsheet;

import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at single copies in two sheets of one type, of which one has lost a column. */
class UnfitSheetTest {

  private final Tracker tracker = new Tracker();
  private final PostgresStore store = TestStore.empty(tracker.clock);
  private final Mapping mapping = tracker.mapping;
  private final Pull pull = pull();
  private long european;

  private Pull pull() {
    Merge merge = new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    Intake intake = new Intake(store, mapping, merge, Guard.USUAL);
    return new Pull(store, mapping, tracker.connector(), intake, merge);
  }

  @BeforeEach
  void read() {
    tracker.seed(tracker.americas, 1, 1);
    european = tracker.seed(tracker.europe, 2, 2).get(0);
    pull.news();
    rename("Company", "Firm");
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  private void rename(String from, String to) {
    tracker.desk().changeColumn(tracker.americas, from, Map.of("title", to), Tracker.ANN);
  }

  /** As the fence leaves copies that it turned away. */
  private static void haveAllReadAgain() {
    TestStore.jdbi().useHandle(h -> h.execute("update replica set read_again = read_ended"));
  }

  private void phone(String number) {
    tracker.clock.advance(Duration.ofSeconds(5));
    tracker.desk().edit(tracker.europe, RowRef.id(european), Map.of("Phone", number), Tracker.ANN);
  }

  private List<String> phones() {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery("select agreed ->> 'phone' from record where key = 'P2'")
                    .mapTo(String.class)
                    .list());
  }

  private void looks() {
    assertThatThrownBy(pull::again)
        .isInstanceOfSatisfying(SystemUnavailable.class, e -> assertThat(e.isLasting()).isTrue())
        .hasMessageContaining("Company");
  }

  @Test
  void a_copy_in_another_sheet_is_read_again_all_the_same() {
    phone("0301");
    haveAllReadAgain();

    looks();

    assertThat(phones()).containsExactly("0301");
  }

  @Test
  void its_copies_are_left_for_a_minute_and_cost_no_call_until_then() {
    haveAllReadAgain();
    looks();
    long calls = tracker.calls();

    assertThat(pull.again()).isFalse();
    tracker.clock.advance(Duration.ofSeconds(59));
    assertThat(pull.again()).isFalse();

    assertThat(tracker.calls()).isEqualTo(calls);
    tracker.clock.advance(Duration.ofSeconds(1));
    looks();
  }

  @Test
  void its_copies_are_read_once_it_is_mended() {
    haveAllReadAgain();
    looks();
    rename("Firm", "Company");
    tracker.clock.advance(Duration.ofMinutes(1));

    assertThat(pull.again()).isTrue();

    assertThat(store.toReadAgain(mapping.type(), SMARTSHEET, 10)).isEmpty();
  }
}
