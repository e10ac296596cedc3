package io.partnerhub.store;

import io.partnerhub.mapping.FieldReading;
import io.partnerhub.mapping.Readings;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.FieldForm;
import io.partnerhub.sync.store.FieldForms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** By which mapping the copies of one type were read. */
final class FieldFormRows implements FieldForms {

  private final Handle handle;
  private final RecordType type;

  FieldFormRows(Handle handle, RecordType type) {
    this.handle = handle;
    this.type = type;
  }

  @Override
  public List<FieldForm> all() {
    return query("select * from field_form where type = :type order by system, field")
        .map((row, context) -> form(row))
        .list();
  }

  private static FieldForm form(ResultSet row) throws SQLException {
    return new FieldForm(
        new SystemName(row.getString("system")),
        row.getString("field"),
        new FieldReading(row.getString("place"), row.getString("form")),
        new Readings.Since(row.getLong("mapped_since"), row.getLong("read_since")));
  }

  @Override
  public void replace(List<FieldForm> all) {
    handle
        .createUpdate("delete from field_form where type = :type")
        .bind("type", type.name())
        .execute();
    var rows =
        new Rowset<FieldForm>("form")
            .text("type", f -> type.name())
            .text("system", f -> f.system().value())
            .text("field", FieldForm::field)
            .text("place", f -> f.reading().place())
            .text("form", f -> f.reading().form())
            .number("mapped_since", f -> f.since().mapped())
            .number("read_since", f -> f.since().read());
    if (!all.isEmpty()) {
      rows.bind(handle, rows.insertInto("field_form"), all).execute();
    }
  }

  @Override
  public List<Long> records(long after, int limit) {
    return records("true", after, limit);
  }

  @Override
  public List<Long> recordsDue(long after, int limit) {
    return records(
        "exists (select from replica where record_id = r.id and (due or blocked is not null))",
        after,
        limit);
  }

  private List<Long> records(String which, long after, int limit) {
    return query(
            "select id from record r where type = :type and id > :after and "
                + which
                + " order by id limit :limit")
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public List<Long> heldBeside(Set<String> fields, int limit) {
    return query(
            "select id from record where type = :type and held <> '{}'"
                + " and exists (select from jsonb_object_keys(held) f where f <> all(:fields))"
                + " order by id limit :limit")
        .bindArray("fields", String.class, List.copyOf(fields))
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public void forgetReferences(Set<String> fields) {
    handle
        .createUpdate("delete from reference where type = :type and field = any(:fields)")
        .bind("type", type.name())
        .bindArray("fields", String.class, List.copyOf(fields))
        .execute();
  }

  private Query query(String sql) {
    return handle.createQuery(sql).bind("type", type.name());
  }
}
