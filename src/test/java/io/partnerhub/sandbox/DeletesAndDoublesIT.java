package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.ANN;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import io.partnerhub.store.Figures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted, what has no key, and what has the key of another. */
class DeletesAndDoublesIT {

  private static final int PARTNERS = 30;

  @TempDir private static Path dir;
  private static Rig rig;
  private static People people;
  private static long keyless;
  private static String keylessAccount;
  private static List<Long> twins;
  private static List<Long> orphans;

  @BeforeAll
  static void start() {
    rig = new Rig(dir).set("HUB_GRACE", "500ms").set("SMARTSHEET_SWEEP", "500ms");
    people = new People(rig);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
    keylessAccount = rig.org().create("Account", Map.of("Name", "Without a code"));
    keyless = rig.desk().addRow(Rig.SHEET, Map.of("Company", "Without a code"), ANN);
    twins = rig.desk().addRows(Rig.SHEET, List.of(row(code(1), "One"), row(code(1), "Two")), ANN);
    orphans = rig.desk().addRows(Rig.SHEET, List.of(row("TWIN", "A"), row("TWIN", "B")), ANN);
    rig.start();
    eventually(() -> assertThat(people.rows(code(PARTNERS))).hasSize(1));
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void a_deleted_account_marks_its_row_and_touches_nothing_else() {
    people.typeInRow(code(2), "Tracker note", "keep me");
    eventually(() -> assertThat(people.account(code(2), "Tracker_Note__c")).isEqualTo("keep me"));
    Map<String, String> before = people.rows(code(2)).get(0).cells();
    String id = people.accounts(code(2)).get(0).path("Id").asText();

    rig.org().delete("Account", code(2));

    eventually(() -> assertThat(people.cell(code(2), "Status")).isEqualTo("Removed"));
    assertThat(people.rows(code(2)).get(0).cells())
        .containsAllEntriesOf(without(before, "Status"))
        .hasSameSizeAs(before);
    assertThat(people.accounts(code(2))).isEmpty();

    rig.org().undelete("Account", id);
    people.typeInAccount(id, "Contact_Name__c", "Back again");
    eventually(() -> assertThat(people.cell(code(2), "Contact")).isEqualTo("Back again"));
    eventually(() -> assertThat(people.account(code(2), "Partner_Status__c")).isEqualTo("Removed"));
    people.typeInRow(code(2), "Status", "Active");
    eventually(() -> assertThat(people.account(code(2), "Partner_Status__c")).isEqualTo("Active"));
  }

  @Test
  void a_deleted_row_leaves_its_account_alone_and_is_not_made_again() {
    String before = people.accounts(code(3)).get(0).toString();

    rig.desk().deleteRows(Rig.SHEET, List.of(RowRef.key("Code", code(3))), ANN);

    eventually(() -> assertThat(people.count(SMARTSHEET, Figures.Standing.DELETED)).isPositive());
    people.typeInAccount(code(4), "Contact_Name__c", "Goes on");
    eventually(() -> assertThat(people.cell(code(4), "Contact")).isEqualTo("Goes on"));
    assertThat(people.accounts(code(3))).singleElement().hasToString(before);
    people.typeInAccount(code(3), "Contact_Name__c", "Still edited");
    people.typeInAccount(code(4), "Contact_Name__c", "And on");
    eventually(() -> assertThat(people.cell(code(4), "Contact")).isEqualTo("And on"));
    assertThat(people.rows(code(3))).isEmpty();
  }

  @Test
  void copies_without_a_key_are_held_until_they_have_one() {
    eventually(
        () -> {
          assertThat(people.reasons(SMARTSHEET, Long.toString(keyless)))
              .containsExactly("STRAY: has no key: fill it in, or delete the row");
          assertThat(people.reasons(SALESFORCE, keylessAccount)).hasSize(1);
        });
    assertThat(state(keyless).cells()).containsOnly(Map.entry("Company", "Without a code"));
    assertThat(state(keyless).modifiedBy()).isEqualTo(ANN);

    rig.desk().edit(Rig.SHEET, RowRef.id(keyless), Map.of("Code", "KEYED"), ANN);
    rig.org().edit("Account", keylessAccount, Map.of("Partner_Code__c", "KEYED2"));

    eventually(() -> assertThat(people.accounts("KEYED")).hasSize(1));
    eventually(() -> assertThat(people.rows("KEYED2")).hasSize(1));
    assertThat(people.rows("KEYED")).hasSize(1);
    assertThat(people.accounts("KEYED2")).hasSize(1);
  }

  @Test
  void rows_with_one_key_are_held_and_the_one_that_is_left_is_matched() {
    eventually(
        () ->
            assertThat(people.reasons(SMARTSHEET, code(1)))
                .filteredOn(r -> r.startsWith("STRAY: has a key that another copy"))
                .hasSize(2));
    assertThat(state(twins.get(0)).cells()).isEqualTo(row(code(1), "One"));
    assertThat(state(twins.get(1)).cells()).isEqualTo(row(code(1), "Two"));

    rig.desk().deleteRows(Rig.SHEET, List.of(RowRef.id(twins.get(1))), ANN);

    String name = people.account(code(1), "Name");
    eventually(
        () ->
            assertThat(state(twins.get(0)).cells())
                .containsEntry("Company", name)
                .containsEntry("City", people.account(code(1), "BillingCity")));
    assertThat(people.rows(code(1))).hasSize(1);
    assertThat(people.accounts(code(1))).hasSize(1);
    eventually(() -> assertThat(people.reasons(SMARTSHEET, code(1))).isEmpty());
  }

  @Test
  void rows_with_one_key_and_no_account_become_two_partners_once_one_is_renamed() {
    eventually(() -> assertThat(people.reasons(SMARTSHEET, "TWIN")).hasSize(2));
    assertThat(people.accounts("TWIN")).isEmpty();

    rig.desk().edit(Rig.SHEET, RowRef.id(orphans.get(1)), Map.of("Code", "TWIN-2"), ANN);

    eventually(
        () -> {
          assertThat(people.accounts("TWIN")).hasSize(1);
          assertThat(people.accounts("TWIN-2")).hasSize(1);
        });
    assertThat(people.account("TWIN", "Name")).isEqualTo("A");
    assertThat(people.account("TWIN-2", "Name")).isEqualTo("B");
  }

  private static Map<String, String> row(String code, String company) {
    return Map.of("Code", code, "Company", company);
  }

  private static RowState state(long id) {
    return rig.desk().rows(Rig.SHEET).stream().filter(r -> r.id() == id).findFirst().orElseThrow();
  }

  private static Map<String, String> without(Map<String, String> cells, String column) {
    Map<String, String> others = new HashMap<>(cells);
    others.remove(column);
    return others;
  }
}
