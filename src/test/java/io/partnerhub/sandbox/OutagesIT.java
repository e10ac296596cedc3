package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sync.system.Urgency;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A system that is down, locked or too busy: the hub starts, waits for it, and goes on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutagesIT {

  private static final int PARTNERS = 20;

  @TempDir private static Path dir;
  private static Rig rig;
  private static People people;

  @BeforeAll
  static void prepare() {
    rig = new Rig(dir).set("HUB_GRACE", "500ms");
    people = new People(rig);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  @Order(1)
  void the_hub_starts_without_salesforce_and_writes_nothing_before_it_was_read() {
    people.faults(SALESFORCE).add(FaultRule.once("", "", new Fault.CutBefore()).times(2));

    rig.start();

    eventually(
        () ->
            assertThat(people.fault(SALESFORCE).orElse(""))
                .contains("the connection was closed", "salesforce.login-url"));
    assertThat(rig.desk().rows(Rig.SHEET)).isEmpty();
    people.allInSync(PARTNERS);
    assertThat(people.fault(SALESFORCE)).isEmpty();
  }

  @Test
  @Order(2)
  void the_hub_starts_without_smartsheet_and_reads_salesforce() {
    rig.stop();
    people.faults(SMARTSHEET).add(FaultRule.once("", "", new Fault.CutBefore()).times(2));
    people.typeInAccount(code(1), "Contact_Name__c", "Typed meanwhile");

    rig.start();

    eventually(() -> assertThat(people.fault(SMARTSHEET).orElse("")).contains("Smartsheet"));
    assertThat(people.fault(SALESFORCE)).isEmpty();
    eventually(() -> assertThat(people.cell(code(1), "Contact")).isEqualTo("Typed meanwhile"));
    people.allInSync(PARTNERS);
  }

  @Test
  @Order(3)
  void an_expired_session_of_salesforce_is_opened_again() {
    rig.org().expireTokens();
    people.typeInRow(code(2), "Contact", "After the session");

    eventually(
        () ->
            assertThat(people.account(code(2), "Contact_Name__c")).isEqualTo("After the session"));
    people.allInSync(PARTNERS);
  }

  @Test
  @Order(4)
  void an_expired_token_of_smartsheet_is_named_until_it_is_good_again() {
    rig.simulators().smartsheet().controls().tokenExpired(true);
    people.typeInAccount(code(3), "Contact_Name__c", "After the token");

    eventually(
        () ->
            assertThat(people.fault(SMARTSHEET).orElse(""))
                .contains("1003")
                .contains("smartsheet.token"));
    assertThat(people.fault(SALESFORCE)).isEmpty();

    rig.simulators().smartsheet().controls().tokenExpired(false);
    eventually(() -> assertThat(people.cell(code(3), "Contact")).isEqualTo("After the token"));
    people.allInSync(PARTNERS);
  }

  @Test
  @Order(5)
  void salesforce_out_of_calls_is_asked_less_and_less_often() {
    people
        .faults(SALESFORCE)
        .add(FaultRule.once("GET", "/query", new Fault.RateLimit()).times(1_000));
    eventually(
        () -> assertThat(people.fault(SALESFORCE).orElse("")).contains("REQUEST_LIMIT_EXCEEDED"));
    counters(SALESFORCE).reset();
    counters(SMARTSHEET).reset();

    eventually(() -> assertThat(calls(SMARTSHEET)).isGreaterThan(9));

    // the pauses double by time: a third is more than they leave at any speed of the polls
    assertThat(calls(SALESFORCE)).isLessThanOrEqualTo(calls(SMARTSHEET) / 3);
    people.faults(SALESFORCE).clear();
    people.allInSync(PARTNERS);
  }

  @Test
  @Order(6)
  void smartsheet_asking_for_a_pause_is_not_called_at_all() {
    people.faults(SMARTSHEET).add(FaultRule.once("", "", new Fault.RateLimit()));
    eventually(() -> assertThat(people.fault(SMARTSHEET).orElse("")).contains("4003"));
    counters(SALESFORCE).reset();
    counters(SMARTSHEET).reset();
    people.typeInAccount(code(4), "Contact_Name__c", "After the pause");

    eventually(() -> assertThat(calls(SALESFORCE)).isGreaterThan(12));

    assertThat(calls(SMARTSHEET)).isZero();
    rig.stop();
    rig.start();
    eventually(() -> assertThat(people.cell(code(4), "Contact")).isEqualTo("After the pause"));
    people.allInSync(PARTNERS);
  }

  @Test
  @Order(7)
  void a_mapped_column_that_is_missing_at_the_start_is_named_with_its_line() {
    rig.stop();
    rig.desk().changeColumn(Rig.SHEET, "Phone", Map.of("title", "Telephone"), People.ANN);
    people.typeInAccount(code(5), "Contact_Name__c", "After the column");

    rig.start();

    assertThat(rig.hub().mappingFaults())
        .singleElement()
        .asString()
        .containsPattern("partner\\.yaml:\\d+: ")
        .contains("\"Phone\"", Rig.SHEET, "Was it renamed?");
    eventually(() -> assertThat(people.fault(SMARTSHEET).orElse("")).contains("\"Phone\""));
    assertThat(people.fault(SALESFORCE)).isEmpty();

    rig.desk().changeColumn(Rig.SHEET, "Telephone", Map.of("title", "Phone"), People.ANN);
    eventually(() -> assertThat(people.cell(code(5), "Contact")).isEqualTo("After the column"));
    people.allInSync(PARTNERS);
  }

  @Test
  @Order(8)
  void what_was_used_of_the_day_still_counts_after_a_restart() {
    rig.stop();
    counters(SALESFORCE).reset();
    rig.set("SALESFORCE_DAILY_CALLS", "40"); // fewer than were made until now

    rig.start();

    eventually(() -> assertThat(spentUntil(SALESFORCE)).isPresent());
    Counters.Snapshot since = counters(SALESFORCE).snapshot();
    assertThat(since.total()).isEqualTo(since.of("POST token") + since.of("other"));
  }

  private static Optional<Instant> spentUntil(SystemName system) {
    return rig.hub().availabilities().stream()
        .filter(one -> one.system().equals(system))
        .findFirst()
        .flatMap(one -> one.spentUntil(Urgency.NEWS));
  }

  private static long calls(SystemName system) {
    return counters(system).snapshot().total();
  }

  private static Counters counters(SystemName system) {
    return system.equals(SALESFORCE)
        ? rig.simulators().salesforceServer().counters()
        : rig.simulators().smartsheetServer().counters();
  }
}
