package io.partnerhub.connector.smartsheet;

import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.store.PostgresInbox;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Hinted;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hints about several sheets, of which one cannot be read. */
class HintedSheetsTest {

  private final Tracker tracker = new Tracker();
  private final SmartsheetConnector connector = tracker.connector();
  private final PostgresStore store = TestStore.empty(tracker.clock);
  private final PostgresInbox inbox = TestStore.inbox(tracker.clock);
  private final Mapping resellers = named("reseller", tracker.inOneSheet(tracker.americas));
  private final Mapping partners = tracker.inOneSheet(tracker.europe);
  private final long reseller = tracker.seed(tracker.americas, 1, 1).get(0);
  private final long partner = tracker.seed(tracker.europe, 2, 2).get(0);

  @AfterEach
  void stop() {
    tracker.close();
  }

  private static Mapping named(String type, Mapping mapping) {
    return new Mapping(
        new RecordType(type), mapping.version(), mapping.key(), mapping.fields(), mapping.sides());
  }

  private Pull read(Mapping mapping) {
    Merge merge = new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    Intake intake = new Intake(store, mapping, merge, Guard.USUAL);
    Pull pull = new Pull(store, mapping, connector, intake, merge);
    pull.news();
    return pull;
  }

  private Hinted hinted(Mapping... mappings) {
    List<Pull> pulls = List.of(mappings).stream().map(this::read).toList();
    return new Hinted(inbox, connector, pulls, tracker.clock, rest -> {});
  }

  private void call(String sheet, long row, String phone) {
    tracker.clock.advance(Duration.ofSeconds(5));
    tracker.desk().edit(sheet, RowRef.id(row), Map.of("Phone", phone), Tracker.ANN);
    Notice notice =
        new Notice(UUID.randomUUID().toString(), List.of(Hint.of(sheet, Long.toString(row))));
    inbox.take(SMARTSHEET, SmartsheetDoorkeeper.source(sheet), List.of(notice), null);
  }

  private void rename(String from, String to) {
    tracker.desk().changeColumn(tracker.americas, from, Map.of("title", to), Tracker.ANN);
  }

  private SystemUnavailable workedOff(Hinted hinted) {
    return catchThrowableOfType(
        SystemUnavailable.class, () -> hinted.workOff(waiting(), rows -> {}));
  }

  private Inbox.Waiting waiting() {
    return inbox.waiting(SMARTSHEET, Inbox.Whose.OTHERS, 100);
  }

  private String phone(Mapping mapping, String key) {
    Set<String> sheets = mapping.side(SMARTSHEET).placement().locations();
    return store
        .inTransaction(mapping.type(), tx -> tx.known(SMARTSHEET, sheets, List.of(), Set.of(key)))
        .dossiers()
        .values()
        .iterator()
        .next()
        .record()
        .agreed()
        .get("phone");
  }

  @Test
  void a_type_whose_column_was_renamed_keeps_no_hints_of_another_and_is_told() {
    Hinted hinted = hinted(resellers, partners);
    rename("Company", "Firm");
    call(tracker.americas, reseller, "1");
    call(tracker.europe, partner, "2");

    SystemUnavailable told = workedOff(hinted);

    assertThat(told.reason().code()).isEqualTo("COLUMN_MISSING");
    assertThat(waiting().ids()).isEmpty();
    assertThat(phone(partners, "P2")).isEqualTo("2");
  }

  @Test
  void a_sheet_whose_column_was_renamed_keeps_no_hints_of_another_of_its_type() {
    Hinted hinted = hinted(tracker.mapping);
    rename("Company", "Firm");
    call(tracker.americas, reseller, "1");
    call(tracker.europe, partner, "2");

    SystemUnavailable told = workedOff(hinted);

    assertThat(told.reason().code()).isEqualTo("COLUMN_MISSING");
    assertThat(waiting().ids()).isEmpty();
    assertThat(phone(tracker.mapping, "P2")).isEqualTo("2");
  }

  @Test
  void what_was_told_of_a_sheet_that_could_not_be_read_comes_once_it_can_be() {
    Hinted hinted = hinted(resellers, partners);
    rename("Company", "Firm");
    call(tracker.americas, reseller, "1");
    workedOff(hinted);
    rename("Firm", "Company");

    read(resellers);

    assertThat(phone(resellers, "P1")).isEqualTo("1");
  }

  @Test
  void hints_of_a_sheet_that_somebody_is_saving_stay_and_those_of_another_type_go() {
    Hinted hinted = hinted(resellers, partners);
    call(tracker.americas, reseller, "1");
    call(tracker.europe, partner, "2");
    tracker.failOnce(
        "GET",
        "/sheets/" + tracker.americas,
        new Fault.Failure(500, "4004", "Another request is updating this sheet"));

    SystemUnavailable told = workedOff(hinted);

    assertThat(told.reason().kind()).isEqualTo(ReasonClass.CONFLICT);
    assertThat(waiting().hints())
        .containsExactly(Hint.of(tracker.americas, Long.toString(reseller)));
    assertThat(phone(partners, "P2")).isEqualTo("2");
  }
}
