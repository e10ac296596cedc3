package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.soql.Condition;
import java.util.List;
import java.util.function.Predicate;

/** Turns a WHERE clause into a test of rows. */
final class Filter {

  private final Database database;
  private final SObjectType type;

  Filter(Database database, SObjectType type) {
    this.database = database;
    this.type = type;
  }

  Predicate<Row> of(Condition condition) {
    if (condition instanceof Condition.And and) {
      List<Predicate<Row>> parts = and.parts().stream().map(this::of).toList();
      return row -> parts.stream().allMatch(p -> p.test(row));
    }
    if (condition instanceof Condition.Or or) {
      List<Predicate<Row>> parts = or.parts().stream().map(this::of).toList();
      return row -> parts.stream().anyMatch(p -> p.test(row));
    }
    if (condition instanceof Condition.Not not) {
      return of(not.part()).negate();
    }
    if (condition instanceof Condition.In in) {
      FieldPath path = FieldPath.of(database.schema(), type, in.path());
      Predicate<Row> member = test(path, Comparison.in(path.field(), in.values()));
      return in.negated() ? member.negate() : member;
    }
    Condition.Compare compare = (Condition.Compare) condition;
    FieldPath path = FieldPath.of(database.schema(), type, compare.path());
    return test(path, Comparison.of(path.field(), compare.operator(), compare.value()));
  }

  private Predicate<Row> test(FieldPath path, Predicate<Object> value) {
    return row -> value.test(path.value(row, database));
  }
}
