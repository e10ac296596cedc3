package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.ledger.Fate;
import io.partnerhub.ledger.Past;
import io.partnerhub.ledger.Tally;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Witness witness = new Witness(() -> {});
  private final World world =
      new World(Hoard::inMemory, witness::before, new DeleteRule.Mark("status", "removed"))
          .inStepWith(1);
  private final int before = witness.ledger().size();

  @Test
  void an_accepted_edit_waits_and_then_is_written() {
    world.editSeen(world.salesforce, "addr", "a1");

    assertThat(fates(SMARTSHEET)).containsExactly(Fate.WAITING);
    assertThat(fates(FULFILLMENT)).containsExactly(Fate.WAITING);
    assertThat(fates(SALESFORCE)).isEmpty();

    world.push(world.sheet);

    assertThat(fates(SMARTSHEET)).containsExactly(Fate.WRITTEN);
    assertThat(fates(FULFILLMENT)).containsExactly(Fate.WAITING);
  }

  @Test
  void of_two_edits_before_a_write_the_first_is_superseded() {
    world.editSeen(world.salesforce, "addr", "a1");
    world.push(world.sheet);
    world.editSeen(world.salesforce, "addr", "a2");
    world.push(world.sheet);
    world.push(world.fulfillment);

    assertThat(fates(SMARTSHEET)).containsExactly(Fate.WRITTEN, Fate.WRITTEN);
    assertThat(fates(FULFILLMENT)).containsExactly(Fate.SUPERSEDED, Fate.WRITTEN);
  }

  @Test
  void an_edit_of_what_another_system_owns_is_refused() {
    world.editSeen(world.sheet, "name", "n1");

    assertThat(fates(SALESFORCE)).containsExactly(Fate.REFUSED);
    assertThat(fates(FULFILLMENT)).containsExactly(Fate.REFUSED);
  }

  @Test
  void two_edits_of_which_nobody_knows_the_later_are_held() {
    world.edit(world.salesforce, "memo", "m1");
    world.sheet.edit("smartsheet1", "memo", "m2");
    world.poll(world.salesforce);
    world.poll(world.sheet);

    assertThat(fates(FULFILLMENT)).containsExactly(Fate.HELD, Fate.HELD);
  }

  @Test
  void a_change_that_is_due_nowhere_though_it_was_not_written_is_lost() {
    world.editSeen(world.salesforce, "addr", "a1");
    Past past = past();

    assertThat(fates(new Past(past.dossier(), Map.of(), past.newestFirst()), SMARTSHEET))
        .containsExactly(Fate.LOST);
  }

  @Test
  void a_change_that_the_record_forgot_is_lost() {
    Dossier forgetful = world.dossiers().values().iterator().next();
    world.editSeen(world.salesforce, "addr", "a1");

    assertThat(fates(new Past(forgetful, past().due(), past().newestFirst()), SMARTSHEET))
        .containsExactly(Fate.LOST);
  }

  private List<Fate> fates(SystemName target) {
    return fates(past(), target);
  }

  private List<Fate> fates(Past past, SystemName target) {
    List<Fate> fates = new ArrayList<>();
    new Tally(world.mapping, past)
        .count(
            (to, fate) -> {
              if (to.equals(target)) {
                fates.add(fate);
              }
            });
    return fates;
  }

  private Past past() {
    List<LedgerEntry> since = witness.ledger().subList(before, witness.ledger().size());
    return Pasts.of(world.dossiers().values().iterator().next(), world.mapping, since);
  }
}
