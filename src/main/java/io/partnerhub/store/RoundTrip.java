package io.partnerhub.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Statements that go to the server together, and are carried out there one after the other: where
 * each is small, it is the way there and back that takes the time. A parameter that several of them
 * name is the same in all.
 */
final class RoundTrip {

  /** What is done with each row of an answer, in their order. */
  interface EachRow {
    void take(ResultSet row) throws SQLException;
  }

  private static final EachRow NONE = row -> {};

  private final Handle handle;
  private final List<String> statements = new ArrayList<>();
  private final List<Consumer<Update>> parameters = new ArrayList<>();
  private final List<EachRow> answers = new ArrayList<>();

  RoundTrip(Handle handle) {
    this.handle = handle;
  }

  RoundTrip ask(String sql, EachRow each) {
    statements.add(sql);
    answers.add(each);
    return this;
  }

  RoundTrip run(String sql) {
    return ask(sql, NONE);
  }

  /** Binds what the statements name. */
  RoundTrip with(Consumer<Update> more) {
    parameters.add(more);
    return this;
  }

  /** Makes it; without a statement there is none. */
  void make() {
    if (!statements.isEmpty()) {
      Update all = handle.createUpdate(String.join(";\n", statements));
      parameters.forEach(some -> some.accept(all));
      all.execute((executed, context) -> read(executed.get()));
    }
  }

  private Void read(PreparedStatement executed) throws SQLException {
    for (EachRow each : answers) {
      try (ResultSet rows = executed.getResultSet()) {
        while (rows != null && rows.next()) {
          each.take(rows);
        }
      }
      executed.getMoreResults();
    }
    return null;
  }
}
