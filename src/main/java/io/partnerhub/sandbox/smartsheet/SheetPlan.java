package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sheet to be made. */
public record SheetPlan(String name, List<ColumnPlan> columns) {

  public SheetPlan {
    columns = List.copyOf(columns);
  }

  /** As a client would define it. */
  JsonNode json() {
    return Json.tree(
        Map.of("name", name, "columns", columns.stream().map(ColumnPlan::attributes).toList()));
  }

  /**
   * A column to be made.
   *
   * @param type as in the API, such as {@code TEXT_NUMBER}
   * @param system as in the API, such as {@code MODIFIED_DATE}; empty for columns people fill
   * @param formula a column formula such as {@code =[Name]@row}; empty for none
   */
  public record ColumnPlan(
      String title,
      String type,
      boolean primary,
      List<String> options,
      String system,
      String formula,
      boolean locked) {

    public ColumnPlan {
      options = List.copyOf(options);
    }

    /** The column that every sheet needs exactly once. */
    public static ColumnPlan primary(String title) {
      return new ColumnPlan(title, "TEXT_NUMBER", true, List.of(), "", "", false);
    }

    public static ColumnPlan of(String title, String type, String... options) {
      return new ColumnPlan(title, type, false, List.of(options), "", "", false);
    }

    public static ColumnPlan text(String title) {
      return of(title, "TEXT_NUMBER");
    }

    /** A column that the service fills, such as {@code MODIFIED_BY}. */
    public static ColumnPlan system(String title, String kind) {
      SystemColumnType type =
          SystemColumnType.named(kind)
              .orElseThrow(() -> new IllegalArgumentException("there is no system column " + kind));
      return new ColumnPlan(title, type.type().name(), false, List.of(), kind, "", false);
    }

    /** A text column whose cells all show this formula. */
    public static ColumnPlan formula(String title, String formula) {
      return new ColumnPlan(title, "TEXT_NUMBER", false, List.of(), "", formula, false);
    }

    public ColumnPlan asLocked() {
      return new ColumnPlan(title, type, primary, options, system, formula, true);
    }

    private Map<String, Object> attributes() {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("title", title);
      attributes.put("type", type);
      attributes.put("primary", primary);
      attributes.put("locked", locked);
      if (!options.isEmpty()) {
        attributes.put("options", options);
      }
      if (!system.isEmpty()) {
        attributes.put("systemColumnType", system);
      }
      if (!formula.isEmpty()) {
        attributes.put("formula", formula);
      }
      return attributes;
    }
  }
}
