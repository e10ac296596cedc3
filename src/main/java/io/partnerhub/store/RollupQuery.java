package io.partnerhub.store;

import io.partnerhub.mapping.Derivation;
import io.partnerhub.mapping.Rollup;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.RolledUp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * One statement that works out all derived fields of some records by one reference of their
 * children. It touches no other records' children.
 */
final class RollupQuery {

  /** Child {@code c} has a copy or is still to get one, and no deletion took all its copies. */
  private static final String STANDS =
      "(select (bool_or(p.state = 'LINKED') or not bool_or(p.state in ('GONE', 'REMOVED')))"
          + " and not bool_or(p.state = 'GONE' and p.system = any(:propagating))"
          + " from replica p where p.record_id = c.id and "
          + SideRows.isNamed("p")
          + ")";

  private final RecordType type;
  private final List<Derivation> derivations;
  private final ChildColumns columns;
  private final RollupSql sql;

  /**
   * @param derivations at least one, all by the same reference of the same children
   */
  RollupQuery(RecordType type, List<Derivation> derivations) {
    this.type = type;
    this.derivations = derivations;
    this.columns = new ChildColumns(derivations.get(0).children());
    this.sql = new RollupSql(columns);
  }

  List<RolledUp> run(Handle handle, Collection<String> keys) {
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < derivations.size(); i++) {
      Derivation derivation = derivations.get(i);
      Rollup rollup = derivation.rollup();
      values
          .append(", ")
          .append(sql.value(derivation.field(), rollup))
          .append(" as v")
          .append(i)
          .append(", ")
          .append(sql.counted(rollup))
          .append(" as n")
          .append(i);
    }
    String statement =
        "with x as materialized (select f.to_key, c.id"
            + columns.declared()
            + " from reference f join record c on c.id = f.record_id"
            + " where f.to_type = :type and f.to_key = any(:keys)"
            + " and f.type = :children and f.field = :reference and "
            + STANDS
            + ") select r.id, count(x.id) as children"
            + values
            + " from record r left join x on x.to_key = r.key"
            + " where r.type = :type and r.key = any(:keys) group by r.id order by r.id";
    List<RolledUp> all = new ArrayList<>();
    bound(handle.createQuery(statement), keys)
        .map((row, context) -> all.addAll(rolledUp(row)))
        .list();
    return all;
  }

  private Query bound(Query query, Collection<String> keys) {
    Derivation any = derivations.get(0);
    columns.bind(query);
    sql.bind(query);
    return query
        .bind("type", type.name())
        .bind("children", any.children().type().name())
        .bind("reference", any.reference().name())
        .bindArray("keys", String.class, List.copyOf(keys))
        .bindArray(
            "propagating",
            String.class,
            any.propagating().stream().map(SystemName::value).toList());
  }

  private List<RolledUp> rolledUp(ResultSet row) throws SQLException {
    List<RolledUp> values = new ArrayList<>();
    for (int i = 0; i < derivations.size(); i++) {
      values.add(
          new RolledUp(
              row.getLong("id"),
              derivations.get(i).field().name(),
              row.getString("v" + i),
              row.getLong("n" + i),
              row.getLong("children")));
    }
    return values;
  }
}
