package io.partnerhub.sandbox.salesforce;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The org's records with roll back; not thread safe, its users hold the org's lock. */
final class Database {

  private static final long FIRST_NUMBER = 7_000_000;

  private final Schema schema;
  private final Clock clock;
  private final Map<String, Table> tables = new HashMap<>();
  private final Deque<Step> undo = new ArrayDeque<>();
  private final Schedule schedule = new Schedule();
  private long nextNumber = FIRST_NUMBER;
  private Consumer<List<RowChange>> watch = changes -> {};

  /**
   * What a transaction did and how to take it back.
   *
   * @param change null when no record was written
   */
  private record Step(Runnable undo, RowChange change) {}

  /** What a transaction does. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  Database(Schema schema, Clock clock) {
    this.schema = schema;
    this.clock = clock;
    schema.types().forEach(type -> tables.put(type.name(), new Table(type)));
  }

  Schema schema() {
    return schema;
  }

  Table table(SObjectType type) {
    return tables.get(type.name());
  }

  /** The record that a reference points to; empty when the reference is null or leads nowhere. */
  Optional<Row> follow(Row row, Field reference) {
    String id = (String) row.get(reference);
    return id == null ? Optional.empty() : tables.get(reference.referenceTo()).get(id);
  }

  Instant now() {
    return clock.instant();
  }

  /** Now, in the whole seconds of the system stamps. */
  Instant stamp() {
    return now().truncatedTo(ChronoUnit.SECONDS);
  }

  String newId(SObjectType type) {
    return Ids.of(type.keyPrefix(), nextNumber++);
  }

  void put(Row row) {
    Table table = table(row.type());
    Optional<Row> before = table.put(row);
    undo.push(
        new Step(
            () -> before.ifPresentOrElse(table::put, () -> table.remove(row.id())),
            new RowChange(before.orElse(null), row)));
  }

  /** Runs an action at a moment of the clock, unless the transaction is rolled back. */
  void later(Instant due, Runnable action) {
    Schedule.Task task = schedule.add(due, action);
    undo.push(new Step(() -> schedule.remove(task), null));
  }

  /** Runs what the clock has made due. */
  void settle() {
    committed(
        () -> {
          schedule.runDue(now());
          return null;
        });
  }

  /** Does some work as one transaction, after what the clock has made due. */
  <T, E extends Exception> T transaction(Work<T, E> work) throws E {
    settle();
    return committed(work);
  }

  private <T, E extends Exception> T committed(Work<T, E> work) throws E {
    try {
      T result = work.run();
      commit();
      return result;
    } finally {
      rollback(0); // of work that broke off: the next transaction would commit it
    }
  }

  /** A point to roll back to. */
  int mark() {
    return undo.size();
  }

  void rollback(int mark) {
    while (undo.size() > mark) {
      undo.pop().undo().run();
    }
  }

  void commit() {
    List<RowChange> changes = changes();
    undo.clear();
    if (!changes.isEmpty()) {
      watch.accept(changes);
    }
  }

  /** Tells someone of each commit from now on. */
  void watch(Consumer<List<RowChange>> by) {
    watch = by;
  }

  /** One for each record, in the order in which the transaction first wrote them. */
  private List<RowChange> changes() {
    Map<String, RowChange> byId = new LinkedHashMap<>();
    undo.descendingIterator()
        .forEachRemaining(
            step -> {
              if (step.change() != null) {
                byId.merge(
                    step.change().after().id(),
                    step.change(),
                    (first, last) -> new RowChange(first.before(), last.after()));
              }
            });
    return List.copyOf(byId.values());
  }
}
