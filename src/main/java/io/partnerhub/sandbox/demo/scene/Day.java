package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.show.Checks;
import io.partnerhub.sandbox.demo.show.Screen;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.store.Figures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A short day of edits on both sides, one scene after the other, each checked. */
public final class Day {

  private final Systems systems;
  private final Screen screen;
  private final Checks checks;
  private final Play play;
  private final Comparison morning;
  private final FieldScenes fields;
  private final RecordScenes records;
  private final RaceScenes races;
  private final HoldScenes holds;

  public Day(Systems systems, Figures figures, Screen screen, Checks checks, long seed) {
    this.systems = systems;
    this.screen = screen;
    this.checks = checks;
    this.play = new Play(systems, figures, screen, checks);
    this.morning = Comparison.of(systems.partners());
    Cast cast = Cast.of(systems.partners(), morning, seed);
    this.fields = new FieldScenes(systems, play, cast);
    this.records = new RecordScenes(systems, play, cast);
    this.holds = new HoldScenes(systems, play, cast);
    this.races = new RaceScenes(systems, play, cast);
  }

  public List<Edit> play() throws InterruptedException {
    screen.title("A day of edits");
    play.head();
    fields.differentFieldsAtOnce();
    fields.alias();
    fields.formatOnly();
    fields.longText();
    records.newInTheTracker();
    records.renamedKey();
    fields.sameFieldDecidedByRule();
    holds.settledByAPerson(holds.sameField());
    String dateHeld = holds.noSuchDay();
    races.anotherField();
    races.theSameField();
    String noAccount = records.deletedInSalesforce();
    String noRow = records.deletedRow();
    evening(dateHeld, noAccount, noRow);
    return play.edits();
  }

  private void evening(String dateHeld, String noAccount, String noRow) {
    Comparison now = Comparison.of(systems.partners());
    Map<String, Set<String>> differing = new TreeMap<>(morning.differing());
    differing.put(dateHeld, Set.of("onboardedOn"));
    boolean asExpected =
        now.differing().equals(differing)
            && now.missing().get(SystemName.SALESFORCE).equals(Set.of(noAccount))
            && now.missing().get(SystemName.SMARTSHEET).equals(Set.of(noRow))
            && now.twice().equals(morning.twice())
            && now.withoutKey().equals(morning.withoutKey());
    screen.line("");
    checks.check(
        asExpected,
        "In the evening %d partners say the same on both sides, field by field"
            .formatted(now.inStep().size()),
        "differing %s, missing %s".formatted(now.differing(), now.missing()));
  }
}
