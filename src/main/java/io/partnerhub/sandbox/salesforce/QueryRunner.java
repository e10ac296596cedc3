package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.soql.MalformedQuery;
import io.partnerhub.sandbox.salesforce.soql.SoqlParser;
import io.partnerhub.sandbox.salesforce.soql.SoqlQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Runs a query on the org's records. */
final class QueryRunner {

  private final Database database;

  QueryRunner(Database database) {
    this.database = database;
  }

  /**
   * What a query found, as it was at that moment.
   *
   * @param count only the number of rows was asked for
   */
  record Result(Projection projection, List<Row> rows, boolean count) {}

  /**
   * Runs a query.
   *
   * @param withDeleted whether rows in the recycle bin count
   * @throws ApiError when it is malformed or names what does not exist
   */
  Result run(String soql, boolean withDeleted) {
    SoqlQuery query = parse(soql);
    SObjectType type =
        database.schema().type(query.from()).orElseThrow(() -> ApiError.noObject(query.from()));
    Projection projection = Projection.of(database, type, query.paths());
    return new Result(projection, rows(query, type, withDeleted), query.isCount());
  }

  private static SoqlQuery parse(String soql) {
    try {
      return SoqlParser.parse(soql);
    } catch (MalformedQuery e) {
      throw new ApiError(400, "MALFORMED_QUERY", e.getMessage());
    }
  }

  private List<Row> rows(SoqlQuery query, SObjectType type, boolean withDeleted) {
    Predicate<Row> where = query.where().map(new Filter(database, type)::of).orElse(row -> true);
    Comparator<Row> order = Sorting.of(database, type, query.order());
    Candidates candidates = Candidates.of(database.table(type), query, withDeleted);
    boolean sorted = candidates.byStamp() && isByStamp(query.order());
    int limit = query.limit().orElse(Integer.MAX_VALUE);
    List<Row> rows = new ArrayList<>();
    for (Row row : candidates.rows()) {
      if (sorted && rows.size() == limit) {
        return rows;
      }
      if ((withDeleted || !row.deleted()) && where.test(row)) {
        rows.add(row);
      }
    }
    if (!sorted && !query.isCount()) {
      rows.sort(order);
    }
    return rows.size() > limit ? List.copyOf(rows.subList(0, limit)) : rows;
  }

  private static boolean isByStamp(List<SoqlQuery.OrderBy> order) {
    return order.size() == 2
        && ascending(order.get(0), "SystemModstamp")
        && ascending(order.get(1), "Id");
  }

  private static boolean ascending(SoqlQuery.OrderBy key, String field) {
    return key.path().equalsIgnoreCase(field) && !key.descending();
  }
}
