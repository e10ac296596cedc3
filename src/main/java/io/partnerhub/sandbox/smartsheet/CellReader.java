package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/** Reads the cells of a row that a client sends, and refuses what the service refuses. */
final class CellReader {
  private static final int LONGEST = 4_000;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;]+");
  private static final Set<String> ALLOWED =
      Set.of(
          "columnId",
          "value",
          "objectValue",
          "displayValue",
          "formula",
          "hyperlink",
          "format",
          "linkInFromCell",
          "strict",
          "overrideValidation");
  private static final Set<String> READ_ONLY =
      Set.of("columnType", "conditionalFormat", "image", "linksOutToCells", "virtualColumnId");

  private final Columns columns;
  private final LongPredicate sheetExists;

  /**
   * @param sheetExists whether the account has a sheet of this id, for hyperlinks
   */
  CellReader(Columns columns, LongPredicate sheetExists) {
    this.columns = columns;
    this.sheetExists = sheetExists;
  }

  /** The values by column, in the order sent; a null value clears. */
  Map<Column, CellValue> read(List<JsonNode> cells) {
    Map<Column, CellValue> values = new LinkedHashMap<>();
    refuseMixedLinks(cells);
    for (JsonNode cell : cells) {
      Attributes.only(cell, "cell", ALLOWED, READ_ONLY);
      Column column = column(cell);
      if (values.containsKey(column)) {
        throw ErrorCode.COLUMN_TWICE.with(column.id());
      }
      values.put(column, value(column, cell));
    }
    return values;
  }

  private Column column(JsonNode cell) {
    Long id = Attributes.id(cell, "columnId");
    if (id == null) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("cell.columnId");
    }
    Column column = columns.find(id).orElseThrow(() -> ErrorCode.COLUMN_INVALID.with(id));
    if (column.system() != null) {
      throw ErrorCode.SYSTEM_VALUE.with(id);
    }
    if (column.formula() != null) {
      throw ErrorCode.COLUMN_FORMULA.with(id);
    }
    if (column.locked()) {
      throw ErrorCode.COLUMN_LOCKED.with(id);
    }
    return column;
  }

  private CellValue value(Column column, JsonNode cell) {
    refuseLink(cell);
    boolean value = cell.hasNonNull("value");
    boolean object = cell.hasNonNull("objectValue");
    if (value && object) {
      throw ErrorCode.VALUE_AND_OBJECT.with();
    }
    if (cell.hasNonNull("hyperlink")) {
      return hyperlink(cell);
    }
    if (cell.hasNonNull("formula")) {
      return formula(Attributes.text(cell, "formula"));
    }
    if (object) {
      return ObjectValues.read(column, cell.get("objectValue"), strict(cell));
    }
    if (!value) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("cell.value");
    }
    return strict(cell)
        ? StrictValue.read(column, cell)
        : typed(column, cell.get("value"), Attributes.flag(cell, "overrideValidation"));
  }

  private static boolean strict(JsonNode cell) {
    return Attributes.flag(cell, "strict", true);
  }

  private static CellValue typed(Column column, JsonNode value, boolean override) {
    StrictValue.checkJson(column, value);
    CellValue read = TypedText.read(column, value);
    boolean fits =
        read == null || StrictValue.conforms(column, read) || !column.validation() || override;
    if (!fits) {
      throw ErrorCode.VALIDATION.with(column.id(), read.display());
    }
    return read;
  }

  private static CellValue formula(String expression) {
    if (!expression.startsWith("=")) {
      throw ErrorCode.FORMULA_SIGN.with();
    }
    return new CellValue.Formula(expression);
  }

  private CellValue hyperlink(JsonNode cell) {
    JsonNode link = cell.get("hyperlink");
    Attributes.only(link, "hyperlink", Set.of("url", "sheetId", "reportId", "sightId"), Set.of());
    Hyperlink target =
        new Hyperlink(
            Attributes.text(link, "url"),
            Attributes.id(link, "sheetId"),
            Attributes.id(link, "reportId"));
    checkTarget(target);
    if (cell.hasNonNull("value") && !cell.get("value").isTextual()) {
      throw ErrorCode.HYPERLINK_TEXT.with();
    }
    String shown = cell.path("value").asText(target.url() == null ? "" : target.url());
    return new CellValue.Linked(cut(shown), target);
  }

  private void checkTarget(Hyperlink target) {
    if (target.sheetId() != null && target.reportId() != null) {
      throw ErrorCode.HYPERLINK_TWO_TARGETS.with();
    }
    boolean inside = target.sheetId() != null || target.reportId() != null;
    if (target.url() != null && inside) {
      throw ErrorCode.HYPERLINK_URL_AND_ID.with();
    }
    if (target.url() == null && !inside) {
      throw ErrorCode.HYPERLINK_EMPTY.with();
    }
    if (target.reportId() != null
        || (target.sheetId() != null && !sheetExists.test(target.sheetId()))) {
      throw ErrorCode.HYPERLINK_SHEET.with(
          target.sheetId() == null ? target.reportId() : target.sheetId());
    }
  }

  private static void refuseMixedLinks(List<JsonNode> cells) {
    long links = cells.stream().filter(c -> c.hasNonNull("linkInFromCell")).count();
    if (links > 0 && links < cells.size()) {
      throw ErrorCode.LINK_AND_VALUES.with();
    }
  }

  private static void refuseLink(JsonNode cell) {
    if (!cell.hasNonNull("linkInFromCell")) {
      return;
    }
    if (cell.hasNonNull("hyperlink")) {
      throw ErrorCode.LINK_AND_HYPERLINK.with();
    }
    if (cell.hasNonNull("value")) {
      throw ErrorCode.LINK_WITH_VALUE.with();
    }
    throw ErrorCode.UNSUPPORTED.with("cell links are not simulated");
  }

  /** What a cell holds after it was cleared: a check box reads false. */
  static CellValue cleared(Column column) {
    return column.type() == ColumnType.CHECKBOX ? new CellValue.Check(false) : null;
  }

  /** The service drops silently what does not fit into a cell. */
  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }
}
