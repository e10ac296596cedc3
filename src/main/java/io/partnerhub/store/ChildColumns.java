package io.partnerhub.store;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/**
 * The fields of children that a roll-up looks at, as columns of texts. What is no value of its
 * field's kind, kept from an older mapping, counts as empty and never stops a statement.
 */
final class ChildColumns {

  private static final String NUMBER = "'^-?[0-9]{1,30}([.][0-9]{1,30})?$'";

  /** The days of the calendar, since a cast would stop on 31 February. */
  private static final String DAY =
      "([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
          + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
          + "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)";

  private static final String DATE = "'^" + DAY + "$'";
  private static final String MOMENT = "'^" + DAY + "T([01][0-9]|2[0-3])(:[0-5][0-9]){2}Z$'";

  private final Mapping children;
  private final Map<String, String> columns = new LinkedHashMap<>();

  ChildColumns(Mapping children) {
    this.children = children;
  }

  /** Their declarations, each behind a comma. */
  String declared() {
    StringBuilder declared = new StringBuilder();
    columns
        .values()
        .forEach(c -> declared.append(", c.agreed->>:").append(c).append(" as ").append(c));
    return declared.toString();
  }

  void bind(Query query) {
    columns.forEach((field, column) -> query.bind(column, field));
  }

  Kind kind(String field) {
    return children.field(field).kind();
  }

  /** The text of a field as it stands; a check box that was never touched is false. */
  String text(String field) {
    String column = "x." + columns.computeIfAbsent(field, f -> "a" + columns.size());
    return kind(field) == Kind.BOOLEAN ? "coalesce(" + column + ", 'false')" : column;
  }

  /** A field's value, which compares as its kind does: a number, or a text; null when empty. */
  String value(String field) {
    String text = text(field);
    Field declared = children.field(field);
    return switch (declared.kind()) {
      case NUMBER, MONEY ->
          "case when " + text + " ~ " + NUMBER + " then " + text + "::numeric end";
      case DATE -> "case when " + text + " ~ " + DATE + " then " + text + " end collate \"C\"";
      case DATETIME ->
          "case when " + text + " ~ " + MOMENT + " then " + text + " end collate \"C\"";
      default -> text;
    };
  }
}
