package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SteppedHub;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hint;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls it takes to read what hints are about, and when: step by step. */
class HintsIT {

  private static final int PARTNERS = 10;
  private static final String READ_SHEET = "GET /sheets/{sheetId}";

  @TempDir private static Path dir;
  private static Rig rig;
  private static People people;
  private static SteppedHub hub;

  @BeforeAll
  static void start() {
    rig = new Rig(dir).set("HUB_GRACE", "1ms");
    people = new People(rig);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
    hub =
        new SteppedHub(
            HubConfig.load(HubHome.directory(), Optional.empty(), rig.environment()),
            Clock.systemUTC());
    hub.poll(SALESFORCE);
    hub.poll(SMARTSHEET);
    hub.push(SMARTSHEET);
    hub.poll(SMARTSHEET);
    assertThat(people.rows(code(PARTNERS))).hasSize(1);
  }

  @AfterAll
  static void stop() {
    hub.close();
    rig.close();
  }

  @BeforeEach
  void count() {
    rig.server(SMARTSHEET).counters().reset();
    rig.server(SALESFORCE).counters().reset();
  }

  private static Map<String, Long> calls(SystemName system) {
    return rig.server(system).counters().snapshot().byCall();
  }

  private static String sheet() {
    return Long.toString(rig.desk().sheetId(Rig.SHEET));
  }

  private static Hint row(int partner) {
    return Hint.of(sheet(), Long.toString(people.rows(code(partner)).get(0).id()));
  }

  private static List<Hint> hundred(List<Hint> hints) {
    return Collections.nCopies(100 / hints.size(), hints).stream().flatMap(List::stream).toList();
  }

  @Test
  void a_hundred_hints_of_rows_are_one_read_of_these_rows() {
    people.typeInRow(code(1), "Phone", "+49 30 1001");
    people.typeInRow(code(5), "Phone", "+49 30 1005");

    hub.tell(SMARTSHEET, hundred(IntStream.rangeClosed(1, 5).mapToObj(HintsIT::row).toList()));
    hub.receive(SMARTSHEET);

    assertThat(calls(SMARTSHEET)).containsExactly(Map.entry(READ_SHEET, 1L));
    hub.push(SALESFORCE);
    assertThat(people.account(code(1), "Phone")).isEqualTo("+49 30 1001");
    assertThat(people.account(code(5), "Phone")).isEqualTo("+49 30 1005");
  }

  @Test
  void a_hundred_hints_of_a_sheet_are_one_read_of_its_news() {
    people.typeInRow(code(2), "Phone", "+49 30 1002");

    hub.tell(SMARTSHEET, hundred(List.of(Hint.somewhereIn(sheet()))));
    hub.receive(SMARTSHEET);

    assertThat(calls(SMARTSHEET)).containsExactly(Map.entry(READ_SHEET, 1L));
    hub.push(SALESFORCE);
    assertThat(people.account(code(2), "Phone")).isEqualTo("+49 30 1002");
  }

  @Test
  void a_hundred_hints_of_accounts_are_one_call() {
    List<Hint> accounts =
        IntStream.rangeClosed(1, PARTNERS)
            .mapToObj(n -> people.accounts(code(n)).get(0).path("Id").asText())
            .map(id -> Hint.of("Account", id))
            .toList();

    hub.tell(SALESFORCE, hundred(accounts));
    hub.receive(SALESFORCE);

    assertThat(calls(SALESFORCE).values()).containsExactly(1L);
  }

  @Test
  void a_persons_edit_that_is_told_as_the_hubs_own_is_read_only_later() {
    people.typeInRow(code(3), "Phone", "+49 30 1003");
    Hint own = new Hint(sheet(), row(3).id(), true);

    hub.tell(SMARTSHEET, List.of(own));
    hub.receive(SMARTSHEET);
    assertThat(calls(SMARTSHEET)).isEmpty();

    await()
        .until(
            () -> {
              hub.receiveAgain(SMARTSHEET);
              return !calls(SMARTSHEET).isEmpty();
            });
    assertThat(calls(SMARTSHEET))
        .as("the row, how much else was changed, and the row once more")
        .containsExactly(Map.entry(READ_SHEET, 3L));
    hub.push(SALESFORCE);
    assertThat(people.account(code(3), "Phone")).isEqualTo("+49 30 1003");
  }

  @Test
  void what_others_did_is_read_at_once_and_the_hubs_own_beside_it_still_later() {
    people.typeInRow(code(4), "Phone", "+49 30 1004");
    people.typeInRow(code(6), "Phone", "+49 30 1006");

    hub.tell(SMARTSHEET, List.of(new Hint(sheet(), row(4).id(), true), row(6)));
    hub.receive(SMARTSHEET);
    hub.push(SALESFORCE);

    assertThat(people.account(code(6), "Phone")).isEqualTo("+49 30 1006");
    assertThat(people.account(code(4), "Phone")).isNotEqualTo("+49 30 1004");
    await()
        .until(
            () -> {
              hub.receiveAgain(SMARTSHEET);
              hub.push(SALESFORCE);
              return people.account(code(4), "Phone").equals("+49 30 1004");
            });
  }
}
