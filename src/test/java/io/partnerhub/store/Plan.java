package io.partnerhub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How PostgreSQL goes about a statement whatever its parameters, as the hub has it do. */
final class Plan {

  private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

  private Plan() {}

  static List<String> of(String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    PARAMETER.matcher(sql).results().map(found -> found.group(1)).distinct().forEach(names::add);
    String numbered =
        PARAMETER.matcher(sql).replaceAll(found -> "\\$" + (1 + names.indexOf(found.group(1))));
    return TestStore.jdbi()
        .inTransaction(
            handle -> {
              List<String> lines = new ArrayList<>();
              try (Statement statement = handle.getConnection().createStatement()) {
                statement.execute("set local plan_cache_mode = force_generic_plan");
                statement.execute("prepare planned as " + numbered);
                String values =
                    names.isEmpty() ? "" : "(null" + ", null".repeat(names.size() - 1) + ")";
                ResultSet plan = statement.executeQuery("explain execute planned" + values);
                while (plan.next()) {
                  lines.add(plan.getString(1));
                }
                statement.execute("deallocate planned");
              }
              return lines;
            });
  }
}
