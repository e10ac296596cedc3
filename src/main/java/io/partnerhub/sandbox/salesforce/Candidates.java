package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.soql.Condition;
import io.partnerhub.sandbox.salesforce.soql.Condition.Operator;
import io.partnerhub.sandbox.salesforce.soql.Literal;
import io.partnerhub.sandbox.salesforce.soql.SoqlQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that a query has to look at, by the best index.
 *
 * @param byStamp they come in the order of stamp and id
 */
record Candidates(Collection<Row> rows, boolean byStamp) {

  static Candidates of(Table table, SoqlQuery query, boolean withDeleted) {
    List<Condition> all = query.where().map(Candidates::conjuncts).orElse(List.of());
    for (Condition condition : all) {
      Optional<Set<Row>> found = lookUp(table, condition, withDeleted);
      if (found.isPresent()) {
        return new Candidates(found.get(), false);
      }
    }
    Optional<Instant> since =
        all.stream().map(c -> since(table, c)).flatMap(Optional::stream).max(Instant::compareTo);
    return since
        .map(stamp -> new Candidates(table.since(stamp), true))
        .orElseGet(() -> new Candidates(table.rows(), false));
  }

  private static List<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.And and ? and.parts() : List.of(condition);
  }

  private static Optional<Set<Row>> lookUp(Table table, Condition condition, boolean withDeleted) {
    if (condition instanceof Condition.In in && !in.negated()) {
      return lookUp(table, in.path(), in.values(), withDeleted);
    }
    if (condition instanceof Condition.Compare compare && compare.operator() == Operator.EQUAL) {
      return lookUp(table, compare.path(), List.of(compare.value()), withDeleted);
    }
    return Optional.empty();
  }

  /** Unique fields are indexed for the rows that are not deleted. */
  private static Optional<Set<Row>> lookUp(
      Table table, String path, List<Literal> values, boolean withDeleted) {
    Optional<Field> field = table.type().field(path);
    boolean isId = field.isPresent() && field.get().type() == FieldType.ID;
    boolean isUnique = field.isPresent() && field.get().unique() && !withDeleted;
    if (!isId && !isUnique) {
      return Optional.empty();
    }
    Set<Row> rows = new LinkedHashSet<>();
    for (Literal value : values) {
      if (!(value instanceof Literal.Text text) || text.value().isEmpty()) {
        return Optional.empty();
      }
      (isId ? Ids.to15(text.value()).flatMap(table::get) : table.find(field.get(), text.value()))
          .ifPresent(rows::add);
    }
    return Optional.of(rows);
  }

  private static Optional<Instant> since(Table table, Condition condition) {
    return condition instanceof Condition.Compare compare
            && compare.value() instanceof Literal.Moment moment
            && Set.of(Operator.EQUAL, Operator.GREATER, Operator.AT_LEAST)
                .contains(compare.operator())
            && table
                .type()
                .field(compare.path())
                .filter(f -> f.ordinal() == SObjectType.SYSTEM_MODSTAMP)
                .isPresent()
        ? Optional.of(moment.value())
        : Optional.empty();
  }
}
