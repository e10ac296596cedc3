package io.partnerhub.ledger;

import static io.partnerhub.ledger.FakeLedger.RECORD;
import static io.partnerhub.ledger.FakeLedger.START;
import static io.partnerhub.model.SystemName.HUB;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Decision.Verdict;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.LedgerEntry.Event;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Write;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhyTest {

  private static final String NEW = "+49 30 1";
  private static final String OLD = "+49 30 0";
  private static final Origin FROM_TRACKER = origin(SMARTSHEET, 5, "shared, latest");

  private final FakeLedger ledger = new FakeLedger();
  private final Why why =
      new Why(
          ledger,
          MappingSet.of(
              List.of(
                  MappingFile.read(
                      Path.of("deploy/examples/partner-alone/partner.yaml"),
                      Map.of("partner", "1")))));

  @Test
  void it_names_the_observation_the_rule_the_write_and_its_answer() {
    ledger
        .agreed("phone", NEW, FROM_TRACKER)
        .copy(SALESFORCE, "phone", NEW, NEW)
        .read(SALESFORCE, 3, "005A", accepted(OLD, "shared, latest"))
        .answer(SMARTSHEET, Event.WRITTEN, 8, "update", sent(OLD))
        .read(SMARTSHEET, 5, "ann@example.com", accepted(NEW, "shared, latest"))
        .answer(SALESFORCE, Event.WRITTEN, 9, "update", sent(NEW));

    Reasons.OfField phone = tell("phone");

    assertThat(phone.value()).isEqualTo(NEW);
    assertThat(phone.source())
        .isEqualTo(
            new Reasons.Source(
                SMARTSHEET, START.plusSeconds(3), START, "7", "ann@example.com", "shared, latest"));
    assertThat(sentences(phone))
        .containsExactly(
            "SOURCE smartsheet: set there in version 7, last saved by ann@example.com; accepted by"
                + " the rule \"shared, latest\"",
            "WRITE salesforce: the hub wrote it (update), and it was taken");
    assertThat(phone.steps().get(1).attempt()).isEqualTo(9);
  }

  @Test
  void refused_held_late_and_failed_ones_are_told_in_their_order() {
    ledger
        .agreed("phone", NEW, FROM_TRACKER)
        .read(SMARTSHEET, 5, null, accepted(NEW, "shared, latest"))
        .read(
            SALESFORCE,
            6,
            "005A",
            new Decision(Verdict.REFUSED, "phone", OLD, NEW, "owner smartsheet"))
        .answer(SALESFORCE, Event.REJECTED, 9, "STRING_TOO_LONG: too long", sent(NEW))
        .read(SALESFORCE, 7, null, new Decision(Verdict.LATE, "phone", OLD, NEW, "shared, advance"))
        .read(SALESFORCE, 8, null, new Decision(Verdict.HELD, "phone", NEW, OLD, "differs"))
        .held("phone", new Hold(Hold.Why.CONFLICT, NEW, Map.of(), "differs", START));

    Reasons.OfField phone = tell("phone");

    assertThat(phone.held()).isTrue();
    assertThat(sentences(phone).subList(1, 5))
        .containsExactly(
            "WRITE salesforce: refused the write: STRING_TOO_LONG: too long",
            "ON_THE_WAY salesforce: \"+49 30 0\", last saved by 005A was not accepted (owner"
                + " smartsheet); \"+49 30 1\" is put back",
            "ON_THE_WAY salesforce: \"+49 30 0\" came late and changes nothing (shared, advance)",
            "ON_THE_WAY salesforce: \"+49 30 0\" is held: differs");
  }

  @Test
  void a_value_whose_entry_was_dropped_still_has_its_system_and_rule() {
    ledger.agreed("phone", NEW, FROM_TRACKER).copy(SALESFORCE, "phone", NEW, NEW);

    assertThat(sentences(tell("phone")))
        .containsExactly(
            "SOURCE smartsheet: set there; its entry is older than the ledger keeps them; accepted"
                + " by the rule \"shared, latest\"",
            "WRITE salesforce: shows it already");
  }

  @Test
  void a_choice_names_who_chose_and_why() {
    String chosen = "chosen by ann: as Pat said";
    ledger
        .agreed("phone", NEW, origin(SALESFORCE, 12, chosen))
        .line(
            new LedgerEntry(
                RECORD,
                HUB,
                Event.CHOSEN,
                0,
                0,
                null,
                List.of(new Decision(Verdict.CHOSEN, "phone", OLD, NEW, chosen)),
                null));

    Reasons.OfField phone = tell("phone");

    assertThat(phone.source().readAt()).isEqualTo(START.plusSeconds(1));
    assertThat(sentences(phone)).contains("SOURCE salesforce: " + chosen);
  }

  @Test
  void an_open_write_and_another_form_are_told_as_they_stand() {
    ledger
        .agreed("phone", NEW, FROM_TRACKER)
        .copy(SALESFORCE, "phone", "+49 30", NEW)
        .open(
            new Attempt(
                9,
                RECORD,
                SALESFORCE,
                Write.Action.UPDATE,
                new NativeId("Account", "001"),
                null,
                "ALFKI",
                Set.of("phone"),
                Values.of(Map.of("phone", NEW)),
                Values.none(),
                START,
                0));

    assertThat(sentences(tell("phone")))
        .contains(
            "WRITE salesforce: the hub writes it; no answer came yet",
            "WRITE salesforce: shows \"+49 30\", its own form of it");
  }

  @Test
  void a_field_that_two_systems_fight_over_is_told_by_its_newest_steps() {
    ledger.agreed("phone", NEW, FROM_TRACKER);
    for (int i = 0; i < 500; i++) {
      ledger.read(
          SALESFORCE, 6 + i, null, new Decision(Verdict.REFUSED, "phone", OLD, NEW, "owner"));
    }

    List<Reasons.Step> steps = tell("phone").steps();

    assertThat(steps).hasSize(21);
    assertThat(steps.get(20).at()).isEqualTo(START.plusSeconds(500));
  }

  @Test
  void what_happened_in_one_moment_is_told_in_the_ledgers_order() {
    ledger.agreed("phone", NEW, FROM_TRACKER);
    for (int i = 1; i <= 3; i++) {
      Decision learnt = new Decision(Verdict.LEARNT, "phone", NEW, i + "a", "shown");
      Decision held = new Decision(Verdict.HELD, "phone", NEW, i + "b", "differs");
      ledger.alsoLine(
          new LedgerEntry(
              RECORD, SALESFORCE, Event.OBSERVED, 6, 0, START, List.of(learnt, held), null));
    }

    assertThat(tell("phone").steps().stream().skip(1).map(Reasons.Step::value))
        .containsExactly("1a", "1b", "2a", "2b", "3a", "3b");
  }

  @Test
  void copies_say_how_they_stand() {
    ledger
        .copy(SALESFORCE, "phone", NEW, NEW)
        .copy(SMARTSHEET, "phone", NEW, NEW)
        .due(SALESFORCE, new Past.Standing(true, null))
        .due(SMARTSHEET, new Past.Standing(false, "needs Company, which is empty"));

    assertThat(why.of("partner", "#17", null).copies())
        .extracting(Reasons.Copy::sentence)
        .containsExactly("differs, and is due a write", "waits: needs Company, which is empty");
  }

  @Test
  void the_key_may_be_typed_as_its_field_takes_it() {
    assertThat(why.of("partner", " alfki ", "phone").record()).isEqualTo(RECORD);
  }

  @Test
  void what_does_not_exist_is_refused_with_what_was_probably_meant() {
    assertThatThrownBy(() -> why.of("partners", "ALFKI", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"partner\"");
    assertThatThrownBy(() -> why.of("partner", "ALFKY", null))
        .hasMessageContaining("Did you mean \"ALFKI\"?");
    assertThatThrownBy(() -> why.of("partner", "ALFKI", "phnoe")).hasMessageContaining("\"phone\"");
    assertThatThrownBy(() -> why.of("partner", "twice", null)).hasMessageContaining("#3 or #4");
    assertThatThrownBy(() -> why.of("partner", "#99", null)).hasMessageContaining("#99");
  }

  @Test
  void a_check_refuses_the_same_and_reads_no_line() {
    why.require("partner", "ALFKI", "phone");
    why.require("partner", "#17", null);

    assertThatThrownBy(() -> why.require("partners", "ALFKI", null))
        .hasMessageContaining("\"partner\"");
    assertThatThrownBy(() -> why.require("partner", "ALFKY", null))
        .hasMessageContaining("\"ALFKI\"");
    assertThatThrownBy(() -> why.require("partner", "ALFKI", "phnoe"))
        .hasMessageContaining("\"phone\"");
    assertThatThrownBy(() -> why.require("partner", "#99", null)).hasMessageContaining("#99");
    assertThat(ledger.linesAskedFor).isZero();
  }

  private Reasons.OfField tell(String field) {
    return why.of("partner", "ALFKI", field).fields().get(0);
  }

  private static List<String> sentences(Reasons.OfField field) {
    return field.steps().stream()
        .map(s -> "%s %s: %s".formatted(s.kind(), s.system(), s.sentence()))
        .toList();
  }

  private static Origin origin(SystemName system, long reading, String rule) {
    return new Origin(system, reading, rule, START, START);
  }

  private static Decision accepted(String value, String rule) {
    return new Decision(Verdict.ACCEPTED, "phone", null, value, rule);
  }

  private static Decision sent(String value) {
    return new Decision(Verdict.SENT, "phone", null, value, "shared, latest");
  }
}
