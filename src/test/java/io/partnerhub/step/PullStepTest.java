package io.partnerhub.step;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.FakeSystem;
import io.partnerhub.sync.read.Cycle;
import io.partnerhub.sync.read.Hinted;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import java.time.Duration;
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
  private final FakeSystem system = new FakeSystem(SALESFORCE, false, clock);
  private String pause;
  private int looks;
  private final Availability availability =
      new Availability(
          SALESFORCE,
          clock,
          new Surroundings(
              (event, of, why, until) -> {},
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
}
