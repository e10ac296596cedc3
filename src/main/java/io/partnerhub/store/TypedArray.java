package io.partnerhub.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An array parameter whose Java class tells what its elements are: pgjdbc sends such as they are,
 * while it writes an array of objects as one text, character by character, which PostgreSQL has to
 * take apart again.
 *
 * @param type of the elements, as PostgreSQL names it
 * @param elements null for SQL's null
 */
record TypedArray(String type, Object[] elements) implements Argument {

  @Override
  public void apply(int position, PreparedStatement statement, StatementContext context)
      throws SQLException {
    statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
  }
}
