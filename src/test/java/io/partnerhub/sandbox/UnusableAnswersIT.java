package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HTML, nothing and broken bytes with status 200: in polls, reads before writes, and writes. */
class UnusableAnswersIT {

  private static final int PARTNERS = 40;

  @TempDir private static Path dir;
  private static Rig rig;
  private static People people;
  private static int used;

  private record Spoilt(Fault fault, String salesforceSays, String smartsheetSays) {
    String says(SystemName system) {
      return system.equals(SALESFORCE) ? salesforceSays : smartsheetSays;
    }

    @Override
    public String toString() {
      return fault.getClass().getSimpleName();
    }
  }

  @BeforeAll
  static void start() {
    rig = new Rig(dir);
    people = new People(rig);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
    rig.set("HUB_GRACE", "500ms").start();
    people.allInSync(PARTNERS);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  static Stream<Arguments> spoilt() {
    List<Spoilt> all =
        List.of(
            new Spoilt(
                new Fault.Html(), "web page instead of JSON", "not JSON (its type: text/html"),
            new Spoilt(new Fault.Empty(), "no body", "empty answer"),
            new Spoilt(new Fault.InvalidUtf8(), "not valid UTF-8", "Invalid UTF-8"));
    return Stream.of(SALESFORCE, SMARTSHEET)
        .flatMap(system -> all.stream().map(spoilt -> Arguments.of(system, spoilt)));
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void a_poll_that_gets_it_is_repeated_while_the_other_system_goes_on(
      SystemName system, Spoilt spoilt) {
    String edited = next();
    people.faults(system).add(FaultRule.once("GET", poll(system), spoilt.fault()));

    contact(system, edited, "Read Late");

    eventually(() -> assertThat(people.fault(system).orElse("")).contains(spoilt.says(system)));
    assertThat(people.fault(other(system))).isEmpty();
    eventually(() -> assertThat(shownContact(other(system), edited)).isEqualTo("Read Late"));
    people.allInSync(PARTNERS);
    assertThat(people.fault(system)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void a_read_before_a_write_that_gets_it_leaves_the_write_due(SystemName system, Spoilt spoilt) {
    String edited = next();
    people.faults(system).add(FaultRule.once("", readFirst(system), spoilt.fault()));

    contact(other(system), edited, "Read Twice");

    eventually(() -> assertThat(people.fault(system).orElse("")).contains(spoilt.says(system)));
    eventually(() -> assertThat(shownContact(system, edited)).isEqualTo("Read Twice"));
    people.allInSync(PARTNERS);
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void a_write_that_gets_it_is_looked_at_and_made_again(SystemName system, Spoilt spoilt) {
    String edited = next();
    String later = next();
    people.faults(system).add(FaultRule.once("", write(system), spoilt.fault()));

    contact(other(system), edited, "Written Twice");

    eventually(
        () ->
            assertThat(people.reasons(system, edited))
                .singleElement()
                .asString()
                .startsWith("FAILING: ")
                .contains(spoilt.says(system)));
    contact(other(system), later, "Written Once");
    eventually(() -> assertThat(shownContact(system, later)).isEqualTo("Written Once"));
    eventually(() -> assertThat(shownContact(system, edited)).isEqualTo("Written Twice"));
    people.allInSync(PARTNERS);
  }

  private static String next() {
    return code(++used);
  }

  private static String poll(SystemName system) {
    return system.equals(SALESFORCE) ? "/queryAll" : "/sheets$";
  }

  private static String readFirst(SystemName system) {
    return system.equals(SALESFORCE) ? "/composite/sobjects/Account" : "/sheets/\\d+$";
  }

  private static String write(SystemName system) {
    return system.equals(SALESFORCE) ? "/composite$" : "/sheets/\\d+/rows$";
  }

  private static SystemName other(SystemName system) {
    return system.equals(SALESFORCE) ? SMARTSHEET : SALESFORCE;
  }

  private static void contact(SystemName system, String code, String name) {
    if (system.equals(SALESFORCE)) {
      people.typeInAccount(code, "Contact_Name__c", name);
    } else {
      people.typeInRow(code, "Contact", name);
    }
  }

  private static String shownContact(SystemName system, String code) {
    return system.equals(SALESFORCE)
        ? people.account(code, "Contact_Name__c")
        : people.cell(code, "Contact");
  }
}
