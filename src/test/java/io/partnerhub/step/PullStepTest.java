package io.partnerhub.step;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.partnerhub.SettableClock;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.LogLines;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.FakeSystem;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.read.Cycle;
import io.partnerhub.sync.read.Hinted;
import io.partnerhub.sync.read.InTurn;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.system.Source;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who waits while hints are worked off, and when it is looked up whether they may be. */
class PullStepTest {

  private static final Hint OWN = new Hint("Account", "1", true);
  private static final Hint OTHERS = Hint.of("Account", "2");

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final PostgresStore store = TestStore.empty(clock);
  private final WatchedInbox inbox = new WatchedInbox(TestStore.inbox(clock));
  private final Gathering gathering = new Gathering(clock);
  private final FakeSystem system =
      new FakeSystem(SALESFORCE, false, clock) {
        @Override
        public List<News> news(List<Source> sources, Instant now) {
          polls++;
          InTurn.each(
              faults,
              fault -> {
                throw fault;
              });
          return super.news(sources, now);
        }
      };
  private final List<String> alerts = new ArrayList<>();
  private final List<RuntimeException> faults = new ArrayList<>();
  private String pause;
  private int looks;
  private int polls;
  private final Availability availability =
      new Availability(
          SALESFORCE,
          clock,
          new Surroundings(
              (event, of, why, until) -> alerts.add(event + ": " + why),
              urgency -> Optional.empty(),
              of -> {
                looks++;
                return Optional.ofNullable(pause);
              }));
  private final PullStep step =
      new PullStep(
          new Cycle(store, system, List.of()),
          new Hinted(inbox, system, List.of(), clock, rest -> {}),
          List.of(),
          new MappingGate(system, List.of()),
          availability,
          gathering,
          Duration.ZERO);

  /** Notes, whenever hints are being worked off, whether a writer would have to wait. */
  private final class WatchedInbox implements Inbox {

    private final Inbox inbox;
    private final List<Boolean> heldUp = new ArrayList<>();
    private int keys;

    private WatchedInbox(Inbox inbox) {
      this.inbox = inbox;
    }

    /** Long enough ago for the hub's own to be looked at. */
    private void hold(Hint... hints) {
      take(SALESFORCE, "a test", List.of(new Notice("n" + ++keys, List.of(hints))), null);
      clock.advance(Duration.ofSeconds(1));
    }

    @Override
    public Receipt take(SystemName of, String source, List<Notice> notices, Hearing hearing) {
      return inbox.take(of, source, notices, hearing);
    }

    @Override
    public Optional<String> position(String source) {
      return inbox.position(source);
    }

    @Override
    public Waiting waiting(SystemName of, Whose whose, int most) {
      return inbox.waiting(of, whose, most);
    }

    @Override
    public void done(Waiting hints) {
      heldUp.add(gathering.turn().mustWait());
      inbox.done(hints);
    }
  }

  @Test
  void what_the_hub_did_itself_is_read_and_holds_up_no_writer() {
    inbox.hold(OWN);

    step.leftovers();

    assertThat(inbox.heldUp).containsExactly(false);
  }

  @Test
  void writers_wait_until_what_others_did_is_read() {
    inbox.hold(OTHERS);
    step.leftovers();
    inbox.hold(OTHERS, OWN);
    step.leftovers();
    inbox.hold(OTHERS);
    step.told();

    assertThat(inbox.heldUp).containsExactly(true, true, true);
  }

  @Test
  void what_the_hub_did_itself_is_no_reason_to_read_at_once() {
    inbox.hold(OWN);

    step.told();

    assertThat(inbox.heldUp).isEmpty();
  }

  @Test
  void what_is_told_is_read_without_a_look_for_a_pause() {
    looks = 0;

    inbox.hold(OTHERS);
    step.told();

    assertThat(inbox.heldUp).hasSize(1);
    assertThat(looks).isZero();
  }

  @Test
  void a_pause_on_another_node_is_seen_by_the_look_at_the_leftovers_and_holds_for_what_is_told() {
    pause = "by ann: maintenance";
    inbox.hold(OTHERS);
    step.leftovers();
    step.told();
    assertThat(inbox.heldUp).isEmpty();

    pause = null;
    step.told();
    assertThat(inbox.heldUp).as("not looked up yet").isEmpty();
    step.leftovers();
    assertThat(inbox.heldUp).hasSize(1);
  }

  private static SystemUnavailable fault(ReasonClass kind, String message) {
    return new SystemUnavailable(new Outcome.Reason(kind, kind.word(), message), null, null);
  }

  @Test
  void a_place_that_somebody_has_to_mend_keeps_nobody_from_the_others() {
    faults.add(fault(ReasonClass.PERMISSION, "sheet 1 has no column Company"));
    faults.add(fault(ReasonClass.GONE, "sheet 2 is not there"));

    step.news();

    assertThat(availability.mayCall()).isTrue();
    assertThat(availability.fault()).isEmpty();
    assertThat(availability.impairment().what())
        .hasValue("permission: sheet 1 has no column Company; gone: sheet 2 is not there");
  }

  @Test
  void a_place_that_somebody_has_to_mend_is_read_at_the_next_poll_and_not_before() {
    faults.add(fault(ReasonClass.PERMISSION, "sheet 1 has no column Company"));
    step.news();

    step.leftovers();

    assertThat(polls).isOne();
  }

  @Test
  void people_are_told_once_of_each_impairment_and_of_its_end() {
    faults.add(fault(ReasonClass.PERMISSION, "no column Company"));
    step.news();
    step.news();
    faults.add(fault(ReasonClass.GONE, "no sheet 2"));
    step.news();
    faults.clear();
    step.news();
    step.news();

    assertThat(alerts)
        .containsExactly(
            "IMPAIRED: permission: no column Company",
            "IMPAIRED: permission: no column Company; gone: no sheet 2",
            "WHOLE: permission: no column Company; gone: no sheet 2");
  }

  @Test
  void what_is_about_the_system_counts_more_than_what_is_about_a_place() {
    faults.add(fault(ReasonClass.PERMISSION, "no column Company"));
    faults.add(fault(ReasonClass.RATE_LIMIT, "too many calls"));

    step.news();

    assertThat(availability.mayCall()).isFalse();
    assertThat(availability.fault()).hasValue("rate-limit: too many calls");
    assertThat(availability.impairment().what()).isEmpty();
  }

  @Test
  void a_defect_that_came_with_what_is_wrong_with_the_system_is_logged() {
    faults.add(fault(ReasonClass.CONNECTION, "refused"));
    faults.add(new IllegalStateException("a defect in another type"));

    try (LogLines log = LogLines.of("io.partnerhub.step", Level.ERROR)) {
      step.news();

      assertThat(log.lines()).singleElement().asString().contains("Not all of salesforce");
    }
  }
}
