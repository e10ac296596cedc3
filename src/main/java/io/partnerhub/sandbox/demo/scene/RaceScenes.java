package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.demo.world.Wait;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.Faults;
import java.time.Duration;

/** Edits made while a write of the hub is on its way: after it read the row, before it lands. */
final class RaceScenes {

  private static final Duration MOST = Duration.ofMinutes(1);

  private final Systems systems;
  private final Records partners;
  private final Play play;
  private final Cast cast;

  RaceScenes(Systems systems, Play play, Cast cast) {
    this.systems = systems;
    this.partners = systems.partners();
    this.play = play;
    this.cast = cast;
  }

  void anotherField() throws InterruptedException {
    String code = cast.next();
    Race race =
        new Race(() -> partners.edit(SystemName.SALESFORCE, code, "title", "Head of Sales"));
    race.meet(() -> partners.edit(SystemName.SMARTSHEET, code, "contact", "Lee Between"));
    play.arrives(
        code + " contact, amid a write of its title",
        Play.TRACKER,
        race::release,
        () ->
            race.wasMet()
                && partners.agreed(code, "contact", "Lee Between")
                && partners.agreed(code, "title", "Head of Sales"),
        () ->
            "both survive: Salesforce shows %s, tracker %s"
                .formatted(
                    partners.inSalesforce(code, "contact"), partners.inTracker(code, "title")));
  }

  void theSameField() throws InterruptedException {
    String code = cast.next();
    Race race =
        new Race(() -> partners.edit(SystemName.SALESFORCE, code, "title", "Head of Sales"));
    race.meet(() -> partners.edit(SystemName.SMARTSHEET, code, "title", "Sales Lead"));
    play.arrives(
        code + " title, amid a write of the same title",
        Play.TRACKER,
        race::release,
        () -> race.wasMet() && play.isHeld(partners, code, "title"),
        () -> "found in the cell's history and held, not lost");
  }

  /** A write to the tracker that is stopped on its way. */
  private final class Race {

    private final Faults faults = systems.simulators().smartsheetServer().faults();
    private final Runnable cause;
    private boolean met;

    Race(Runnable cause) {
      this.cause = cause;
    }

    void meet(Runnable edit) throws InterruptedException {
      faults.add(FaultRule.once("PUT", "/rows", new Fault.HoldBefore()));
      cause.run();
      met = Wait.until(MOST, () -> faults.held() > 0).isPresent();
      edit.run();
    }

    void release() {
      faults.clear();
    }

    boolean wasMet() {
      return met;
    }
  }
}
