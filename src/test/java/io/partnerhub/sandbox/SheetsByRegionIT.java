package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.ANN;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import io.partnerhub.sandbox.smartsheet.SheetPlan;
import io.partnerhub.sandbox.smartsheet.SheetPlan.ColumnPlan;
import io.partnerhub.store.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The partners of a region live in its own sheet, and move with it. */
class SheetsByRegionIT {

  private static final String EUROPE = "Europe";
  private static final String AMERICAS = "Americas";
  private static final String REST = "Rest";

  /** Unmapped columns that bring a sheet to 80 % of the 400 columns that one can have. */
  private static final int COLUMNS_OF_A_FULL_SHEET = 320;

  @TempDir private static Path dir;
  private static Rig rig;
  private static People people;
  private static LogLines log;

  @BeforeAll
  static void start() throws IOException {
    rig = new Rig(dir.resolve("data")).set("HUB_GRACE", "500ms");
    people = new People(rig);
    Mapping mapping =
        MappingFile.load(
            Path.of("deploy/examples/partner-alone/partner.yaml"), Map.of("partner", "1"));
    sheet(EUROPE, mapping, 1);
    sheet(AMERICAS, mapping, 1);
    sheet(REST, mapping, COLUMNS_OF_A_FULL_SHEET - TrackerSheet.of("", mapping).columns().size());
    Path mappings = Files.createDirectories(dir.resolve("mappings"));
    // as the example, but with no sheet for partners without a region, and rows that people delete
    // are marked
    String text = Files.readString(Path.of("deploy/examples/partner-by-region.yaml"));
    assertThat(text).contains("    otherwise: rest\n", "    onDelete: ignore\n");
    Files.writeString(
        mappings.resolve("partner.yaml"),
        text.replace("    otherwise: rest\n", "      Other: rest\n")
            .replace("    onDelete: ignore\n", "    onDelete: {mark: {status: Removed}}\n"));
    rig.set("HUB_MAPPINGS_DIR", mappings.toString());
    account(code(1), "Europe");
    account(code(2), "Europe");
    account(code(3), "North America");
    account(code(4), "Other");
    account(code(5), "Europe");
    account(code(6), "Europe");
    account(code(7), "Europe");
    log = LogLines.of("io.partnerhub", Level.INFO);
    rig.start();
    eventually(() -> assertThat(sheetsOf(code(6))).containsExactly(EUROPE));
  }

  @AfterAll
  static void stop() {
    rig.close();
    log.close();
  }

  @Test
  void every_partner_is_in_the_sheet_of_its_region() {
    eventually(
        () -> {
          assertThat(sheetsOf(code(1))).containsExactly(EUROPE);
          assertThat(sheetsOf(code(3))).containsExactly(AMERICAS);
          assertThat(sheetsOf(code(4))).containsExactly(REST);
        });
  }

  @Test
  void a_region_changed_in_salesforce_moves_the_row_with_all_its_columns() {
    remark(EUROPE, code(1), "likes tea");

    people.typeInAccount(code(1), "Region__c", "North America");

    eventually(() -> assertThat(sheetsOf(code(1))).containsExactly(AMERICAS));
    eventually(
        () ->
            assertThat(only(AMERICAS, code(1)).cells())
                .containsEntry("Region", "North America")
                .containsEntry("Remark 1", "likes tea"));
    inStep(code(1));
    assertThat(people.accounts(code(1))).hasSize(1);
  }

  @Test
  void a_region_changed_in_the_tracker_moves_the_row_too() {
    rig.desk().edit(EUROPE, RowRef.key("Code", code(2)), Map.of("Region", "North America"), ANN);

    eventually(() -> assertThat(people.account(code(2), "Region__c")).isEqualTo("North America"));
    eventually(() -> assertThat(sheetsOf(code(2))).containsExactly(AMERICAS));
    inStep(code(2));
  }

  @Test
  void a_move_whose_answer_is_lost_is_found_where_it_went() {
    remark(EUROPE, code(5), "likes coffee");
    people.faults(SMARTSHEET).add(FaultRule.once("POST", "/rows/move$", new Fault.CutAfter()));

    people.typeInAccount(code(5), "Region__c", "North America");

    eventually(() -> assertThat(people.faults(SMARTSHEET).rules()).isEmpty());
    eventually(
        () -> {
          assertThat(sheetsOf(code(5))).containsExactly(AMERICAS);
          assertThat(only(AMERICAS, code(5)).cells())
              .containsEntry("Region", "North America")
              .containsEntry("Remark 1", "likes coffee");
        });
    inStep(code(5));
    assertThat(people.account(code(5), "Partner_Status__c")).isNotEqualTo("Removed");
    people.typeInAccount(code(5), "Contact_Name__c", "Still linked");
    eventually(
        () -> assertThat(only(AMERICAS, code(5)).cells()).containsEntry("Contact", "Still linked"));
    rig.desk().edit(AMERICAS, RowRef.key("Code", code(5)), Map.of("Title", "Linked back"), ANN);
    eventually(
        () -> assertThat(people.account(code(5), "Contact_Title__c")).isEqualTo("Linked back"));
  }

  @Test
  void a_partner_without_a_region_waits_with_that_reason() {
    rig.org().create("Account", Map.of("Partner_Code__c", "NOPLACE", "Name", "Nowhere"));

    eventually(
        () ->
            assertThat(people.reasons(SMARTSHEET, "NOPLACE"))
                .singleElement()
                .asString()
                .startsWith("WAITING: ")
                .contains("region"));

    people.typeInAccount("NOPLACE", "Region__c", "Other");
    eventually(() -> assertThat(sheetsOf("NOPLACE")).containsExactly(REST));
  }

  @Test
  void a_sheet_without_a_mapped_column_keeps_the_others_in_step() {
    rig.desk().changeColumn(REST, "Phone", Map.of("title", "Telephone"), ANN);
    eventually(() -> assertThat(people.fault(SMARTSHEET).orElse("")).contains("\"Phone\""));

    people.typeInAccount(code(7), "Contact_Name__c", "Beside");
    eventually(() -> assertThat(only(EUROPE, code(7)).cells()).containsEntry("Contact", "Beside"));
    rig.desk().edit(EUROPE, RowRef.key("Code", code(7)), Map.of("Title", "Also"), ANN);
    eventually(() -> assertThat(people.account(code(7), "Contact_Title__c")).isEqualTo("Also"));
    assertThat(people.fault(SMARTSHEET)).isPresent();

    rig.desk().changeColumn(REST, "Telephone", Map.of("title", "Phone"), ANN);
    eventually(() -> assertThat(people.fault(SMARTSHEET)).isEmpty());
  }

  @Test
  void a_sheet_that_is_almost_full_is_reported_with_its_figures() {
    eventually(
        () ->
            assertThat(log.lines())
                .filteredOn(l -> l.contains("\"Rest\"") && l.contains("80 % full"))
                .singleElement()
                .asString()
                .contains("320 columns", "spread its records over several sheets"));
  }

  private static void sheet(String name, Mapping mapping, int remarks) {
    List<ColumnPlan> columns = new ArrayList<>(TrackerSheet.of(name, mapping).columns());
    for (int i = 1; i <= remarks; i++) {
      columns.add(ColumnPlan.text("Remark " + i));
    }
    long id = rig.desk().createSheet(new SheetPlan(name, columns));
    rig.set("SMARTSHEET_SHEET_PARTNER_" + name.toUpperCase(Locale.ROOT), Long.toString(id));
  }

  private static void account(String code, String region) {
    rig.org()
        .create(
            "Account",
            Map.of("Partner_Code__c", code, "Name", "Name of " + code, "Region__c", region));
  }

  private static void remark(String sheet, String code, String text) {
    rig.desk().edit(sheet, RowRef.key("Code", code), Map.of("Remark 1", text), ANN);
  }

  private static List<String> sheetsOf(String code) {
    List<String> sheets = new ArrayList<>();
    for (String sheet : List.of(EUROPE, AMERICAS, REST)) {
      people.rows(sheet, code).forEach(row -> sheets.add(sheet));
    }
    return sheets;
  }

  private static RowState only(String sheet, String code) {
    List<RowState> rows = people.rows(sheet, code);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static void inStep(String code) {
    eventually(
        () -> {
          assertThat(people.reasons(SMARTSHEET, code)).isEmpty();
          assertThat(people.count(SMARTSHEET, Figures.Standing.DUE)).isZero();
          assertThat(people.count(SMARTSHEET, Figures.Standing.DELETED)).isZero();
        });
  }
}
