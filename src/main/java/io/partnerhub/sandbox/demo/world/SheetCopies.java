package io.partnerhub.sandbox.demo.world;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.smartsheet.Desk;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies in a sheet of the simulated Smartsheet. */
public final class SheetCopies implements Copies {

  private static final String SPECIALIST = "ann@example.com";
  private static final String HUB = OrgSettings.sandbox().username();

  private final Desk desk;
  private final String sheet;
  private final Mapping mapping;
  private final String keyColumn;

  public SheetCopies(Desk desk, String sheet, Mapping mapping) {
    this.desk = desk;
    this.sheet = sheet;
    this.mapping = mapping;
    this.keyColumn = mapping.field(mapping.key()).names().get(SystemName.SMARTSHEET);
  }

  @Override
  public SystemName system() {
    return SystemName.SMARTSHEET;
  }

  @Override
  public List<Copy> all() {
    return desk.rows(sheet).stream().map(this::copy).toList();
  }

  @Override
  public Optional<Copy> find(String key) {
    return desk.rows(sheet).stream()
        .filter(row -> key.equalsIgnoreCase(row.cells().getOrDefault(keyColumn, "").strip()))
        .map(this::copy)
        .findFirst();
  }

  @Override
  public void add(Map<String, Object> fields) {
    desk.addRow(sheet, fields, SPECIALIST);
  }

  /** Adds rows as one change. */
  void addAll(List<Map<String, Object>> rows) {
    desk.addRows(sheet, rows, SPECIALIST);
  }

  /** Types keys, by the id of the row, as one change. */
  void typeKeys(Map<String, String> keys) {
    Map<RowRef, Map<String, String>> rows = new LinkedHashMap<>();
    keys.forEach((row, key) -> rows.put(RowRef.id(Long.parseLong(row)), Map.of(keyColumn, key)));
    desk.edit(sheet, rows, SPECIALIST);
  }

  @Override
  public void edit(String key, Map<String, Object> fields) {
    desk.edit(sheet, row(key), fields, SPECIALIST);
  }

  @Override
  public void delete(String key) {
    desk.deleteRows(sheet, List.of(row(key)), SPECIALIST);
  }

  private RowRef row(String key) {
    return RowRef.id(Long.parseLong(find(key).orElseThrow().id()));
  }

  private Copy copy(RowState row) {
    Map<String, Object> shown = new LinkedHashMap<>(row.cells());
    Values values = Conversion.toCanonical(mapping, system(), shown).values();
    return new Copy(
        Long.toString(row.id()),
        mapping.keyOf(values),
        shown,
        values,
        row.modifiedBy().equals(HUB));
  }
}
