package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.soql.SoqlQuery;
import java.util.Comparator;
import java.util.List;

/** Turns an ORDER BY into an order of rows; what it leaves open is shuffled. */
final class Sorting {

  private static final Comparator<Row> OPEN =
      Comparator.comparingInt(Row::shuffle).thenComparing(Row::id);

  private Sorting() {}

  static Comparator<Row> of(Database database, SObjectType type, List<SoqlQuery.OrderBy> keys) {
    Comparator<Row> order = null;
    for (SoqlQuery.OrderBy key : keys) {
      Comparator<Row> next = key(database, type, key);
      order = order == null ? next : order.thenComparing(next);
    }
    return order == null ? OPEN : order.thenComparing(OPEN);
  }

  private static Comparator<Row> key(Database database, SObjectType type, SoqlQuery.OrderBy key) {
    FieldPath path = FieldPath.of(database.schema(), type, key.path());
    Field field = path.field();
    if (!field.isFilterable() || field.type() == FieldType.MULTIPICKLIST) {
      throw new ApiError(
          400, "INVALID_FIELD", "field '" + field.name() + "' can not be sorted in a query call");
    }
    Comparator<Object> values = values(field);
    Comparator<Object> directed = key.descending() ? values.reversed() : values;
    Comparator<Object> withNulls =
        key.nullsLast() ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
    return Comparator.comparing(row -> path.value(row, database), withNulls);
  }

  /** Picklists sort as their options are defined, not by the alphabet. */
  private static Comparator<Object> values(Field field) {
    return field.type() == FieldType.PICKLIST
        ? Comparator.<Object>comparingInt(v -> field.options().indexOf((String) v))
            .thenComparing(Comparison.order(field))
        : Comparison.order(field);
  }
}
