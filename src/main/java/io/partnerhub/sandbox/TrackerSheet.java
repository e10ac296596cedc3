package io.partnerhub.sandbox;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.smartsheet.SheetPlan;
import io.partnerhub.sandbox.smartsheet.SheetPlan.ColumnPlan;

/** A sheet with the columns that a mapping names. */
public final class TrackerSheet {

  private TrackerSheet() {}

  /** What people call the tracker of a type. */
  public static String titleOf(RecordType type) {
    String name = type.name();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " tracker";
  }

  /** The columns stand in the order of the mapping; the business key is the primary one. */
  public static SheetPlan of(String name, Mapping mapping) {
    return new SheetPlan(
        name,
        mapping.fieldsIn(SystemName.SMARTSHEET).stream()
            .map(field -> column(field, field.name().equals(mapping.key())))
            .toList());
  }

  private static ColumnPlan column(Field field, boolean key) {
    String title = field.names().get(SystemName.SMARTSHEET);
    if (key) {
      return ColumnPlan.primary(title);
    }
    String[] options =
        field.choices().stream()
            .map(choice -> choice.nameIn(SystemName.SMARTSHEET))
            .toArray(String[]::new);
    return switch (field.kind()) {
      case DATE -> ColumnPlan.of(title, "DATE");
      case BOOLEAN -> ColumnPlan.of(title, "CHECKBOX");
      case PICKLIST -> ColumnPlan.of(title, "PICKLIST", options);
      case MULTI_PICKLIST -> ColumnPlan.of(title, "MULTI_PICKLIST", options);
      case TEXT, EMAIL, PHONE, NUMBER, MONEY, DATETIME, REFERENCE -> ColumnPlan.text(title);
    };
  }
}
