package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.ANN;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.salesforce.Refusal;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.smartsheet.RowRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad record, field, cell or column never stops the others, and flows once it is corrected. */
class BadRecordsIT {

  private static final int SEEDED = 60;

  @TempDir private static Path dir;
  private static Rig rig;
  private static People people;
  private static int partners = SEEDED;

  @BeforeAll
  static void start() {
    rig = new Rig(dir);
    people = new People(rig);
    rig.org().seed("Account", MadeUpPartners.accounts(1, SEEDED));
    rig.set("HUB_GRACE", "500ms").start();
    people.allInSync(partners);
  }

  @AfterEach
  void everything_converges_in_the_end() {
    assertThat(people.faults(SALESFORCE).rules()).isEmpty();
    assertThat(people.faults(SMARTSHEET).rules()).isEmpty();
    people.allInSync(partners);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void a_row_that_smartsheet_refuses_waits_alone_with_its_reason() {
    rig.simulators().smartsheet().controls().refuseKey(code(3), 1042, "no such option", null);

    codes(1, 10).forEach(c -> people.typeInAccount(c, "Contact_Title__c", "Buyer"));

    eventually(
        () ->
            assertThat(codes(1, 10))
                .filteredOn(c -> !c.equals(code(3)))
                .allSatisfy(c -> assertThat(people.cell(c, "Title")).isEqualTo("Buyer")));
    eventually(
        () ->
            assertThat(people.reasons(SMARTSHEET, code(3)))
                .singleElement()
                .asString()
                .startsWith("FAILING: ")
                .contains(Rig.SHEET, "no such option"));
    assertThat(people.cell(code(3), "Title")).isEmpty();

    rig.simulators().smartsheet().controls().refuseNothing();
    people.typeInAccount(code(3), "Contact_Title__c", "Owner");
    eventually(() -> assertThat(people.cell(code(3), "Title")).isEqualTo("Owner"));
  }

  @Test
  void an_account_that_salesforce_refuses_waits_alone_with_its_reason() {
    rig.org()
        .refuse(
            new Refusal(
                code(13),
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "A title needs a contact",
                List.of("Contact_Title__c"),
                FaultRule.FOREVER));

    codes(11, 20).forEach(c -> people.typeInRow(c, "Title", "Owner"));

    eventually(
        () ->
            assertThat(codes(11, 20))
                .filteredOn(c -> !c.equals(code(13)))
                .allSatisfy(
                    c -> assertThat(people.account(c, "Contact_Title__c")).isEqualTo("Owner")));
    eventually(
        () ->
            assertThat(people.reasons(SALESFORCE, code(13)))
                .singleElement()
                .asString()
                .startsWith("FAILING: ")
                .contains("Contact_Title__c", "A title needs a contact"));

    rig.org().clearRefusals();
    people.typeInRow(code(13), "Title", "Buyer");
    eventually(() -> assertThat(people.account(code(13), "Contact_Title__c")).isEqualTo("Buyer"));
  }

  @Test
  void a_date_that_no_calendar_has_holds_its_field_alone() {
    rig.desk()
        .edit(
            Rig.SHEET,
            RowRef.key("Code", code(21)),
            Map.of("Onboarded on", "31 February 2024", "Contact", "Zoe"),
            ANN);

    eventually(() -> assertThat(people.account(code(21), "Contact_Name__c")).isEqualTo("Zoe"));
    eventually(
        () ->
            assertThat(people.reasons(SMARTSHEET, code(21)))
                .singleElement()
                .asString()
                .startsWith("HELD: ")
                .contains("onboardedOn", "31 February 2024"));
    assertThat(people.account(code(21), "Onboarded_On__c")).isEmpty();
    assertThat(people.cell(code(21), "Onboarded on")).isEqualTo("31 February 2024");

    people.typeInRow(code(21), "Onboarded on", "2024-02-29");
    eventually(
        () -> assertThat(people.account(code(21), "Onboarded_On__c")).isEqualTo("2024-02-29"));
  }

  @Test
  void a_text_longer_than_a_cell_is_shortened_visibly_and_stays_whole_in_salesforce() {
    String whole = "word ".repeat(1_200).strip();

    people.typeInAccount(code(22), "Notes__c", whole);

    eventually(
        () ->
            assertThat(people.cell(code(22), "Notes"))
                .startsWith("word word")
                .hasSizeLessThanOrEqualTo(4_000)
                .contains("…"));
    people.allInSync(partners);
    long version = rig.desk().version(Rig.SHEET);
    people.typeInRow(code(22), "Contact", "Reader");
    eventually(() -> assertThat(people.account(code(22), "Contact_Name__c")).isEqualTo("Reader"));
    people.allInSync(partners);
    assertThat(people.account(code(22), "Notes__c")).isEqualTo(whole);
    assertThat(rig.desk().version(Rig.SHEET)).isEqualTo(version + 1);
  }

  @Test
  void a_renamed_column_stops_its_sheet_alone_and_no_longer_than_it_is_renamed() {
    rig.desk().changeColumn(Rig.SHEET, "Phone", Map.of("title", "Telephone"), ANN);

    eventually(
        () ->
            assertThat(people.fault(SMARTSHEET).orElse(""))
                .contains(Rig.SHEET, "\"Phone\"", "give the column its name back"));
    assertThat(people.fault(SALESFORCE)).isEmpty();
    people.typeInAccount(code(24), "Contact_Name__c", "Waits");
    people.typeInRow(code(25), "Contact", "Waits too");

    rig.desk().changeColumn(Rig.SHEET, "Telephone", Map.of("title", "Phone"), ANN);
    eventually(() -> assertThat(people.cell(code(24), "Contact")).isEqualTo("Waits"));
    eventually(
        () -> assertThat(people.account(code(25), "Contact_Name__c")).isEqualTo("Waits too"));
    assertThat(people.fault(SMARTSHEET)).isEmpty();
  }

  @Test
  void a_column_made_a_checkbox_stops_its_sheet_alone_and_is_told_with_the_line_of_the_mapping() {
    people.typeInAccount(code(27), "Phone", "+49 30 2700");
    eventually(() -> assertThat(people.cell(code(27), "Phone")).isEqualTo("+49 30 2700"));
    rig.desk().changeColumn(Rig.SHEET, "Phone", Map.of("type", "CHECKBOX"), ANN);

    people.typeInAccount(code(27), "Phone", "+49 30 2701");

    eventually(
        () ->
            assertThat(people.fault(SMARTSHEET).orElse(""))
                .containsPattern("partner\\.yaml:\\d+: ")
                .contains(Rig.SHEET, "\"Phone\"", "CHECKBOX", "cannot hold a phone"));
    assertThat(people.fault(SALESFORCE)).isEmpty();
    assertThat(people.cell(code(27), "Phone")).isEqualTo("+49 30 2700");

    rig.desk().changeColumn(Rig.SHEET, "Phone", Map.of("type", "TEXT_NUMBER"), ANN);
    eventually(() -> assertThat(people.cell(code(27), "Phone")).isEqualTo("+49 30 2701"));
    eventually(() -> assertThat(people.fault(SMARTSHEET)).isEmpty());
    assertThat(people.account(code(27), "Phone")).isEqualTo("+49 30 2701");
  }

  @Test
  void a_save_collision_is_tried_again() {
    people.faults(SMARTSHEET).add(collision());

    people.typeInAccount(code(26), "Contact_Name__c", "Collided");

    eventually(() -> assertThat(people.cell(code(26), "Contact")).isEqualTo("Collided"));
  }

  @Test
  void an_add_whose_connection_is_cut_is_never_made_twice() {
    people.faults(SMARTSHEET).add(FaultRule.once("POST", "/rows$", new Fault.CutAfter()));
    people
        .faults(SALESFORCE)
        .add(FaultRule.once("POST", "/composite$", new Fault.CutAfter()).containing("NEWROW"));

    rig.org().create("Account", account("NEWACC"));
    rig.desk().addRow(Rig.SHEET, Map.of("Code", "NEWROW", "Company", "New Row"), ANN);

    eventually(() -> assertThat(people.accounts("NEWROW")).hasSize(1));
    eventually(() -> assertThat(people.rows("NEWACC")).hasSize(1));
    partners += 2;
    people.allInSync(partners);
    assertThat(people.accounts("NEWROW")).hasSize(1);
    assertThat(people.rows("NEWACC")).hasSize(1);
  }

  @Test
  void an_update_whose_connection_is_cut_before_its_effect_is_made_again() {
    people.faults(SMARTSHEET).add(FaultRule.once("PUT", "/rows$", new Fault.CutBefore()));
    people.faults(SALESFORCE).add(FaultRule.once("POST", "/composite$", new Fault.CutBefore()));

    people.typeInAccount(code(27), "Contact_Name__c", "From Salesforce");
    people.typeInRow(code(28), "Contact", "From the sheet");

    eventually(() -> assertThat(people.cell(code(27), "Contact")).isEqualTo("From Salesforce"));
    eventually(
        () -> assertThat(people.account(code(28), "Contact_Name__c")).isEqualTo("From the sheet"));
  }

  private static FaultRule collision() {
    return FaultRule.once("PUT", "/rows$", new Fault.Failure(500, "4004", "save collision"));
  }

  private static Map<String, Object> account(String code) {
    return Map.of("Partner_Code__c", code, "Name", "Name of " + code);
  }

  private static List<String> codes(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(People::code).toList();
  }
}
