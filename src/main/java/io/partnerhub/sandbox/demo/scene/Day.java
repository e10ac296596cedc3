package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.show.Checks;
import io.partnerhub.sandbox.demo.show.Screen;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.store.Figures;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A short day of edits in all systems, one scene after the other, each checked. */
public final class Day {

  private final Systems systems;
  private final Screen screen;
  private final Checks checks;
  private final Play play;
  private final Evening evening;
  private final FieldScenes fields;
  private final RecordScenes records;
  private final RaceScenes races;
  private final HoldScenes holds;
  private final OrderScenes orders;
  private final GuardScenes guard;

  public Day(
      Systems systems,
      Figures figures,
      Administrator administrator,
      Screen screen,
      Checks checks,
      long seed) {
    this.systems = systems;
    this.screen = screen;
    this.checks = checks;
    this.play = new Play(systems, figures, screen, checks);
    this.evening = new Evening(systems);
    Cast cast = cast(systems.partners(), seed);
    this.fields = new FieldScenes(systems, play, cast);
    this.records = new RecordScenes(systems, play, cast);
    this.holds = new HoldScenes(systems, play, cast, administrator);
    this.races = new RaceScenes(systems, play, cast);
    this.orders = new OrderScenes(systems, play, cast(systems.orders(), seed));
    this.guard = new GuardScenes(systems, play, administrator);
  }

  private Cast cast(Records of, long seed) {
    return Cast.of(of, evening.morning(of), seed);
  }

  public List<Edit> play() throws InterruptedException {
    screen.title("A day of edits");
    play.head();
    evening.comes(systems.activations(), orders.readyToActivated());
    orders.twoPeopleOneOrder();
    orders.lateNews();
    orders.rowDeletedByMistake();
    guard.sortedKeys();
    partners();
    screen.line("");
    close();
    return play.edits();
  }

  private void partners() throws InterruptedException {
    Records partners = systems.partners();
    fields.differentFieldsAtOnce();
    fields.alias();
    fields.formatOnly();
    fields.longText();
    orders.childBeforeItsParent(RecordScenes.NEWCOMER);
    records.newInTheTracker();
    evening.comes(partners, RecordScenes.NEWCOMER);
    orders.parentArrived(RecordScenes.NEWCOMER);
    evening.comes(systems.orders(), OrderScenes.EARLY);
    String key = records.keyToRename();
    evening.renamed(partners, key, records.renamedKey(key));
    fields.sameFieldDecidedByRule();
    fields.statusGoesOn();
    holds.settledByAPerson(holds.illegalStep());
    evening.differs(partners, holds.noSuchDay(), "onboardedOn");
    races.anotherField();
    races.theSameField();
    evening.lacks(partners, SystemName.SALESFORCE, records.deletedInSalesforce());
    evening.lacks(partners, SystemName.SMARTSHEET, records.deletedRow());
    holds.toldAndMended();
  }

  private void close() {
    Map<String, String> faults = evening.faults();
    checks.check(
        faults.isEmpty(),
        "In the evening %s say the same everywhere, field by field".formatted(evening.sizes()),
        faults.toString());
    Map<String, Set<String>> wrong = evening.wrongTotals();
    checks.check(
        wrong.isEmpty(),
        "Every partner shows the orders and units that fulfillment counts",
        wrong.toString());
  }
}
