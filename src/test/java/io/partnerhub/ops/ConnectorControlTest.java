package io.partnerhub.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.step.Availability;
import io.partnerhub.step.Surroundings;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.ConnectorAct;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectorControlTest {

  private static final RecordType PARTNER = new RecordType("partner");
  private static final Chooser ANN = new Chooser("ann", "columns are moved");
  private static final Instant WATERMARK = Instant.parse("2026-03-01T07:00:00Z");

  private final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");
  private final Store store = TestStore.empty(clock);
  private final ConnectorActs acts = TestStore.connectorActs(clock);
  private final List<SystemName> polled = new ArrayList<>();
  private final Availability salesforce = availability();
  private final ConnectorControl control = control(salesforce);

  private Availability availability() {
    return availability(SystemName.SALESFORCE);
  }

  private Availability availability(SystemName system) {
    return new Availability(
        system,
        clock,
        new Surroundings(
            (event, who, why, until) -> {},
            urgency -> Optional.empty(),
            who -> acts.pause(who).map(ConnectorAct::inWords)));
  }

  private ConnectorControl control(Availability availability) {
    return new ConnectorControl(
        List.of(availability, availability(SystemName.SMARTSHEET)), acts, polled::add);
  }

  @BeforeEach
  void readBefore() {
    store.inTransaction(
        PARTNER,
        tx -> {
          tx.checkpoint(
              SystemName.SALESFORCE,
              new Checkpoint("Account", true, 0, WATERMARK, clock.instant(), true, 2),
              null);
          tx.checkpoint(
              SystemName.SMARTSHEET,
              new Checkpoint("4711", true, 9, WATERMARK, clock.instant(), true, 0),
              null);
          return null;
        });
  }

  private Checkpoint checkpoint() {
    return store.checkpoints(PARTNER, SystemName.SALESFORCE, Set.of("Account")).get(0);
  }

  private Checkpoint tracker() {
    return store.checkpoints(PARTNER, SystemName.SMARTSHEET, Set.of("4711")).get(0);
  }

  @Test
  void a_pause_holds_over_a_restart_until_somebody_resumes() {
    control.pause("salesforce", ANN);
    assertThat(salesforce.mayCall()).isFalse();

    Availability restarted = availability();
    assertThat(restarted.mayCall()).isFalse();
    assertThat(restarted.paused())
        .contains("by ann: columns are moved, since 2026-03-01T08:00:00Z");

    control(restarted).resume("salesforce", new Chooser("bob", "done"));
    assertThat(restarted.mayCall()).isTrue();
    assertThat(polled).containsExactly(SystemName.SALESFORCE);
    assertThat(availability().mayCall()).isTrue();
  }

  @Test
  void a_pause_by_another_node_is_seen_at_the_next_look() {
    acts.keep(SystemName.SALESFORCE, ConnectorAct.Act.PAUSED, ANN, null);
    assertThat(salesforce.mayCall()).isTrue();

    salesforce.lookUpPause();

    assertThat(salesforce.mayCall()).isFalse();
  }

  @Test
  void each_act_is_kept_with_the_name_and_the_reason_newest_first() {
    control.pause("salesforce", ANN);
    control.resetCheckpoint("salesforce", "Account", "start", ANN);
    control.resume("salesforce", ANN);
    control.pollNow("salesforce", new Chooser("bob", "in a hurry"));

    assertThat(acts.newest(9))
        .extracting(ConnectorAct::act)
        .containsExactly(
            ConnectorAct.Act.POLLED,
            ConnectorAct.Act.RESUMED,
            ConnectorAct.Act.RESET,
            ConnectorAct.Act.PAUSED);
    assertThat(acts.newest(9).get(0).by()).isEqualTo(new Chooser("bob", "in a hurry"));
    assertThat(acts.newest(9).get(2).note()).isEqualTo("Account is read again from its beginning");
    assertThat(acts.newest(1)).hasSize(1);
  }

  @Test
  void a_checkpoint_goes_back_to_a_time_and_stays_complete() {
    control.pause("salesforce", ANN);
    Instant back = Instant.parse("2026-02-28T00:00:00Z");

    control.resetCheckpoint("salesforce", "Account", back.toString(), ANN);

    assertThat(checkpoint())
        .isEqualTo(new Checkpoint("Account", true, 0, back, clock.instant(), false, 2));
    assertThat(tracker().version()).isEqualTo(9);

    control.pause("smartsheet", ANN);
    control.resetCheckpoint("smartsheet", "4711", back.toString(), ANN);

    assertThat(tracker()) // a version, as what was never read is not read before it is added to
        .isEqualTo(new Checkpoint("4711", true, 1, back, clock.instant(), false, 0));
  }

  @Test
  void a_checkpoint_at_the_start_is_still_that_of_a_source_that_was_read_completely_once() {
    control.pause("salesforce", ANN);

    control.resetCheckpoint("salesforce", "Account", "start", ANN);

    assertThat(checkpoint()) // a watermark, as without one deletions are not read
        .isEqualTo(new Checkpoint("Account", true, 0, Instant.EPOCH, clock.instant(), false, 2));
    assertThat(SourceRow.of(acts.sources(SystemName.SALESFORCE).get(0)).watermark()).isNull();
    assertThat(tracker().version()).isEqualTo(9);
  }

  @Test
  void a_source_whose_cursor_is_dropped_is_to_be_compared_with_what_is_known() {
    control.pause("salesforce", ANN);
    store.inTransaction(
        PARTNER,
        tx -> {
          tx.checkpoint(SystemName.SALESFORCE, checkpoint().readOnAt("c-17"), null);
          return null;
        });

    control.resetCheckpoint("salesforce", "Account", "start", ANN);

    assertThat(checkpoint().cursor()).isNull();
    assertThat(checkpoint().isUnswept()).isTrue();
  }

  @Test
  void a_checkpoint_is_never_set_forward_and_nothing_is_kept_of_a_refused_act() {
    control.pause("salesforce", ANN);

    assertThatThrownBy(
            () -> control.resetCheckpoint("salesforce", "Account", "2026-03-01T07:30:00Z", ANN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was not read beyond 2026-03-01T07:30:00Z");
    assertThat(checkpoint().watermark()).isEqualTo(WATERMARK);
    assertThat(acts.newest(9)).hasSize(1);
  }

  @Test
  void what_makes_no_sense_is_refused_with_what_to_do() {
    assertRefused(
        () -> control.pause("sapforce", ANN), "no system \"sapforce\". There are salesforce");
    assertRefused(() -> control.resume("salesforce", ANN), "salesforce is not paused");
    assertRefused(
        () -> control.resetCheckpoint("salesforce", "Account", "start", ANN),
        "Pause salesforce first");
    control.pause("salesforce", ANN);
    assertRefused(() -> control.pause("salesforce", ANN), "paused already, by ann");
    assertRefused(() -> control.pollNow("salesforce", ANN), "Resume it first");
    assertRefused(
        () -> control.resetCheckpoint("salesforce", "Acount", "start", ANN),
        "no source \"Acount\". It has Account");
    assertRefused(
        () -> control.resetCheckpoint("salesforce", "Account", "yesterday", ANN),
        "Write start, or a time such as 2026-03-01T08:00:00Z");
    assertThat(polled).isEmpty();
  }

  @Test
  void without_a_reason_nothing_is_done() {
    assertThatThrownBy(() -> new Chooser("ann", " ")).isInstanceOf(ChoiceRefused.class);
  }

  private static void assertRefused(Runnable act, String why) {
    assertThatThrownBy(act::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
