package io.partnerhub.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.TrackerSheet;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two simulated systems as their people see and edit them; the hub is not asked. */
final class Systems {

  static final String SHEET = "Partner tracker";

  private static final String OBJECT = "Account";
  private static final String SPECIALIST = "ann@example.com";
  private static final String HUB = OrgSettings.sandbox().username();

  private final Simulators simulators;
  private final Mapping mapping;
  private final long sheet;
  private final String person;

  private Systems(Simulators simulators, Mapping mapping, long sheet, String person) {
    this.simulators = simulators;
    this.mapping = mapping;
    this.sheet = sheet;
    this.person = person;
  }

  /**
   * Fills both.
   *
   * @param rows cells by column title
   */
  static Systems fill(
      Simulators simulators,
      Mapping mapping,
      List<Map<String, Object>> accounts,
      List<Map<String, Object>> rows) {
    simulators.salesforce().org().seed(OBJECT, accounts);
    long sheet = simulators.smartsheet().desk().createSheet(TrackerSheet.of(SHEET, mapping));
    simulators.smartsheet().desk().addRows(SHEET, rows, SPECIALIST);
    String person =
        simulators.salesforce().org().records(OBJECT).get(0).path("CreatedById").asText();
    return new Systems(simulators, mapping, sheet, person);
  }

  Simulators simulators() {
    return simulators;
  }

  Mapping mapping() {
    return mapping;
  }

  long sheetId() {
    return sheet;
  }

  /** All accounts that are not deleted. */
  List<Copy> accounts() {
    return simulators.salesforce().org().records(OBJECT).stream()
        .filter(account -> !account.path("IsDeleted").asBoolean())
        .map(this::account)
        .toList();
  }

  /** All rows, in their order. */
  List<Copy> rows() {
    return simulators.smartsheet().desk().rows(SHEET).stream().map(this::row).toList();
  }

  /** The account with a code; empty when it is deleted or was never there. */
  Optional<Copy> account(String code) {
    return accounts().stream().filter(copy -> code.equals(copy.code())).findFirst();
  }

  /** The first row with a code. */
  Optional<Copy> row(String code) {
    return rows().stream().filter(copy -> code.equals(copy.code())).findFirst();
  }

  /** What Salesforce shows in a field of the mapping, as text; empty where it shows nothing. */
  String inSalesforce(String code, String field) {
    return shown(account(code), SystemName.SALESFORCE, field);
  }

  /** What the tracker shows in a field of the mapping; empty where it shows nothing. */
  String inTracker(String code, String field) {
    return shown(row(code), SystemName.SMARTSHEET, field);
  }

  void editAccount(String code, String field, Object value) {
    simulators
        .salesforce()
        .org()
        .edit(OBJECT, code, Map.of(nameOf(field, SystemName.SALESFORCE), value));
  }

  void deleteAccount(String code) {
    simulators.salesforce().org().delete(OBJECT, code);
  }

  void editRow(String code, String field, Object value) {
    RowRef row = RowRef.id(Long.parseLong(row(code).orElseThrow().id()));
    Map<String, Object> cells = Map.of(nameOf(field, SystemName.SMARTSHEET), value);
    simulators.smartsheet().desk().edit(SHEET, row, cells, SPECIALIST);
  }

  void deleteRow(String code) {
    RowRef row = RowRef.id(Long.parseLong(row(code).orElseThrow().id()));
    simulators.smartsheet().desk().deleteRows(SHEET, List.of(row), SPECIALIST);
  }

  void addRow(Map<String, Object> cells) {
    simulators.smartsheet().desk().addRow(SHEET, cells, SPECIALIST);
  }

  String nameOf(String field, SystemName system) {
    return mapping.field(field).names().get(system);
  }

  private String shown(Optional<Copy> copy, SystemName system, String field) {
    return copy.map(c -> c.shown().get(nameOf(field, system))).map(Object::toString).orElse("");
  }

  private Copy account(JsonNode json) {
    Map<String, Object> shown = new LinkedHashMap<>();
    json.properties().forEach(field -> put(shown, field.getKey(), field.getValue()));
    boolean byHub = !json.path("LastModifiedById").asText().equals(person);
    return copy(json.path("Id").asText(), SystemName.SALESFORCE, shown, byHub);
  }

  private static void put(Map<String, Object> shown, String name, JsonNode value) {
    if (value.isNumber()) {
      shown.put(name, value.decimalValue());
    } else if (value.isBoolean()) {
      shown.put(name, value.booleanValue());
    } else if (value.isTextual()) {
      shown.put(name, value.textValue());
    }
  }

  private Copy row(RowState row) {
    Map<String, Object> shown = new LinkedHashMap<>(row.cells());
    boolean byHub = row.modifiedBy().equals(HUB);
    return copy(Long.toString(row.id()), SystemName.SMARTSHEET, shown, byHub);
  }

  private Copy copy(String id, SystemName system, Map<String, Object> shown, boolean byHub) {
    return new Copy(id, shown, Conversion.toCanonical(mapping, system, shown).values(), byHub);
  }
}
