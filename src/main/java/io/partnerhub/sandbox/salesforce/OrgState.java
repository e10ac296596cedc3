package io.partnerhub.sandbox.salesforce;

import java.time.Clock;
import java.util.Optional;
import java.util.Random;

/** Everything that a reset of the org throws away. */
record OrgState(
    Database database,
    RecordWriter writer,
    Triggers triggers,
    Refusals refusals,
    QueryEndpoint queries,
    Sessions sessions,
    ApiUsage usage) {

  private static final long SEED = 20_260_101L;

  static OrgState fresh(OrgSettings settings, Clock clock) {
    Database database = new Database(Schema.standard(), clock);
    People.moveIn(database, settings.username());
    Triggers triggers = new Triggers();
    Refusals refusals = new Refusals();
    return new OrgState(
        database,
        new RecordWriter(database, triggers, refusals),
        triggers,
        refusals,
        new QueryEndpoint(database, new Cursors(clock)),
        new Sessions(new Random(SEED)),
        new ApiUsage(clock));
  }

  /**
   * An object by its name.
   *
   * @throws IllegalArgumentException when the org has none
   */
  SObjectType type(String name) {
    return database
        .schema()
        .type(name)
        .orElseThrow(() -> new IllegalArgumentException("the org has no object " + name));
  }

  /** A record, deleted or not, by an id of either length or by its external id. */
  Optional<Row> find(SObjectType type, String record) {
    Table table = database.table(type);
    return Ids.to15(record)
        .flatMap(table::get)
        .or(() -> type.key().flatMap(key -> table.find(key, record.strip())));
  }
}
