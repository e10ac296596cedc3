package io.partnerhub.sandbox.salesforce.soql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A query as written.
 *
 * @param paths what is selected, empty for {@code COUNT()}
 * @param from the object's name
 */
public record SoqlQuery(
    List<String> paths,
    String from,
    Optional<Condition> where,
    List<OrderBy> order,
    OptionalInt limit) {

  /** One sort key; nulls come first unless the query says otherwise. */
  public record OrderBy(String path, boolean descending, boolean nullsLast) {}

  /** Whether only the number of rows is asked for. */
  public boolean isCount() {
    return paths.isEmpty();
  }
}
