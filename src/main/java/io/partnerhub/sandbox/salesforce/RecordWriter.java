package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes one record at a time, with all the org's checks. */
final class RecordWriter {

  private final Database database;
  private final RecordInput input;
  private final Triggers triggers;
  private final Refusals refusals;

  /** What is committed later, by the records' ids; they are locked until then. */
  private final Map<String, Pending> pending = new HashMap<>();

  private record Pending(Row after, Instant commit) {}

  RecordWriter(Database database, Triggers triggers, Refusals refusals) {
    this.database = database;
    this.input = new RecordInput(database);
    this.triggers = triggers;
    this.refusals = refusals;
  }

  /** Creates a record; returns its short id. */
  String insert(SObjectType type, JsonNode fields, String user) throws RowRefused {
    checkChangeable(type);
    Object[] values = blank(type, user);
    input.assign(type, fields, values);
    stamp(values, database.stamp(), user);
    Row row = new Row(type, values);
    refusals.check(row);
    OrderRules.check(Optional.empty(), row);
    checkUnique(row);
    store(row);
    return row.id();
  }

  /** Changes a record. */
  void update(SObjectType type, String id15, JsonNode fields, String user) throws RowRefused {
    store(changed(type, id15, fields, user));
  }

  /** Changes a record whose stamp is taken now and whose commit comes later. */
  void updateLater(SObjectType type, String id15, JsonNode fields, String user, Duration commit)
      throws RowRefused {
    Row after = changed(type, id15, fields, user);
    Instant due = database.now().plus(commit);
    pending.put(id15, new Pending(after, due));
    database.later(
        due,
        () -> {
          pending.remove(id15);
          database.put(after);
        });
  }

  /** Puts a record into the recycle bin. */
  void delete(SObjectType type, String id15, String user) throws RowRefused {
    checkChangeable(type);
    Row row = live(type, id15);
    refusals.check(row);
    setDeleted(row, true, user);
  }

  /** Takes a record out of the recycle bin. */
  void undelete(Row row, String user) throws RowRefused {
    checkUnique(row);
    setDeleted(row, false, user);
  }

  /**
   * A record that can be written.
   *
   * @throws RowRefused when there is none, it is deleted, or another transaction holds it
   */
  Row live(SObjectType type, String id15) throws RowRefused {
    Row row =
        database
            .table(type)
            .get(id15)
            .orElseThrow(
                () -> new RowRefused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    if (row.deleted()) {
      throw new RowRefused("ENTITY_IS_DELETED", "entity is deleted");
    }
    if (pending.containsKey(id15)) {
      throw new RowRefused(
          "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record");
    }
    return row;
  }

  private Row changed(SObjectType type, String id15, JsonNode fields, String user)
      throws RowRefused {
    checkChangeable(type);
    Row before = live(type, id15);
    refusals.check(before);
    Object[] values = before.values();
    input.assign(type, fields, values);
    stamp(values, database.stamp(), user);
    Row after = new Row(type, values);
    refusals.check(after);
    OrderRules.check(Optional.of(before), after);
    checkUnique(after);
    return after;
  }

  private void store(Row row) {
    database.put(triggers.rewritten(row));
    triggers.later(row).forEach(t -> rewriteLater(row, t));
  }

  private void rewriteLater(Row row, Trigger trigger) {
    rewriteAt(database.now().plus(trigger.delay().orElseThrow()), row, trigger);
  }

  private void rewriteAt(Instant due, Row row, Trigger trigger) {
    database.later(due, () -> rewrite(row, trigger));
  }

  private void rewrite(Row row, Trigger trigger) {
    Pending other = pending.get(row.id());
    if (other != null) {
      rewriteAt(other.commit(), row, trigger); // behind that commit, which was planned before
      return;
    }
    Optional<Row> now = database.table(row.type()).get(row.id()).filter(r -> !r.deleted());
    now.filter(trigger::changes)
        .ifPresent(
            r -> {
              Object[] values = trigger.apply(r).values();
              stamp(values, database.stamp(), People.AUTOMATION);
              database.put(new Row(r.type(), values));
            });
  }

  private void setDeleted(Row row, boolean deleted, String user) {
    Object[] values = row.values();
    values[SObjectType.IS_DELETED] = deleted;
    stamp(values, database.stamp(), user);
    database.put(new Row(row.type(), values));
  }

  private void checkUnique(Row row) throws RowRefused {
    for (Field field : row.type().fields()) {
      if (field.unique() && row.get(field) != null) {
        Optional<Row> other = other(row, field, (String) row.get(field));
        if (other.isPresent()) {
          throw new RowRefused(
              "DUPLICATE_VALUE",
              "duplicate value found: "
                  + field.name()
                  + " duplicates value on record with id: "
                  + other.get().id());
        }
      }
    }
  }

  /** Another record that holds a value in a unique field, or will once it is committed. */
  private Optional<Row> other(Row row, Field field, String value) {
    Stream<Row> uncommitted =
        pending.values().stream()
            .map(Pending::after)
            .filter(after -> after.type() == row.type())
            .filter(after -> value.equalsIgnoreCase((String) after.get(field)));
    return Stream.concat(database.table(row.type()).find(field, value).stream(), uncommitted)
        .filter(holder -> !holder.id().equals(row.id()))
        .findFirst();
  }

  private static void checkChangeable(SObjectType type) throws RowRefused {
    if (type.readOnly()) {
      throw new RowRefused(
          "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object " + type.name());
    }
  }

  private Object[] blank(SObjectType type, String user) {
    Object[] values = new Object[type.fields().size()];
    values[SObjectType.ID] = database.newId(type);
    for (Field field : type.fields()) {
      if (field.kind() == FieldType.Kind.BOOLEAN) {
        values[field.ordinal()] = false;
      } else if (field.defaulted() && field.referenceTo().equals("User")) {
        values[field.ordinal()] = user;
      }
    }
    values[SObjectType.CREATED_DATE] = database.stamp();
    stamp(values, database.stamp(), user);
    return values;
  }

  private static void stamp(Object[] values, Instant stamp, String user) {
    values[SObjectType.LAST_MODIFIED_DATE] = stamp;
    values[SObjectType.LAST_MODIFIED_BY] = user;
    values[SObjectType.SYSTEM_MODSTAMP] = stamp;
  }
}
