package io.partnerhub.sandbox.bench.store;

import io.partnerhub.store.Database;
import io.partnerhub.store.LedgerWeeks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A store with a ledger as 400 days of work leave it: made by SQL, since the hub would take them.
 */
final class LongLedger {

  private static final int MOST_PARTNERS = 100_000;

  /** Edited by a machine: entries of the first partner beside those of all. */
  private static final int OF_THE_BUSIEST = 10_000;

  private static final Duration KEEP = Duration.ofDays(400);

  private static final String RECORDS =
      "insert into record (id, type, key, agreed, origins, held)"
          + " select n, 'partner', 'P' || lpad(cast(n as text), 6, '0'),"
          + " cast('{\"code\":\"P' || lpad(cast(n as text), 6, '0')"
          + "   || '\",\"phone\":\"+49 30 1\"}' as json),"
          + " cast('[[\"smartsheet\",' || :entries - 2 * :partners + 2 * n"
          + "   || ',\"shared, latest\",0,0,\"phone\"]]' as json), '{}'"
          + " from generate_series(1, :partners) n";

  private static final String REPLICAS =
      "insert into replica (record_id, system, type, state, location, native_id, key, holds,"
          + " read_began, read_ended, wrote_ended, read_again, rendering, rewrites, failures, due)"
          + " select n, s, 'partner', 'LINKED', 'place', s || n, 'P' || lpad(cast(n as text), 6, '0'),"
          + " '{\"phone\":\"+49 30 1\"}', 1, 1, 1, 0, '[]', '{}', 0, false"
          + " from generate_series(1, :partners) n, unnest(array['salesforce', 'smartsheet']) s";

  /** By turns a read of an edit and the answer to the write that follows. */
  private static final String ENTRIES =
      "insert into ledger (at, type, record_id, system, event, reading, attempt, stamp, version,"
          + " changed_by, decisions, note)"
          + " select cast(:from as timestamptz) + (n / cast(:entries as double precision)) * :days * interval '1 day',"
          + " 'partner', 1 + (n / 2) % :partners,"
          + " case n % 2 when 0 then 'smartsheet' else 'salesforce' end,"
          + " case n % 2 when 0 then 'OBSERVED' else 'WRITTEN' end,"
          + " case n % 2 when 0 then n else 0 end, case n % 2 when 0 then 0 else n end,"
          + " cast(null as timestamptz), null, 'ann@example.com',"
          + " cast(case n % 2 when 0"
          + "  then '[[\"ACCEPTED\",\"shared, latest\",\"phone\",\"+49 30 0\",\"+49 30 1\"]]'"
          + "  else '[[\"SENT\",\"shared, latest\",\"phone\",\"+49 30 0\",\"+49 30 1\"]]' end as json),"
          + " case n % 2 when 0 then null else 'update' end"
          + " from generate_series(cast(0 as bigint), :entries - 1) n";

  private final Jdbi jdbi;
  private final Database database;
  private final Instant now = Instant.now();

  LongLedger(Database database) {
    this.database = database;
    this.jdbi = Jdbi.create(database.dataSource());
  }

  /** Of whom so many entries tell: each has two at least. */
  static int partners(long entries) {
    return (int) Math.min(MOST_PARTNERS, Math.max(2, entries / 2));
  }

  void fill(long entries) {
    for (Duration ago = KEEP; !ago.isNegative(); ago = ago.minus(Duration.ofDays(7))) {
      Clock then = Clock.fixed(now.minus(ago), ZoneOffset.UTC);
      new LedgerWeeks(database.dataSource(), then, KEEP).keepUp();
    }
    jdbi.useHandle(h -> fill(h, entries));
  }

  private void fill(Handle handle, long entries) {
    int partners = partners(entries);
    handle.createUpdate(RECORDS).bind("partners", partners).bind("entries", entries).execute();
    handle.createUpdate(REPLICAS).bind("partners", partners).execute();
    insert(handle, entries, partners);
    insert(handle, OF_THE_BUSIEST, 1);
    handle.execute("vacuum analyze");
  }

  private void insert(Handle handle, long entries, int partners) {
    handle
        .createUpdate(ENTRIES)
        .bind("from", now.minus(KEEP))
        .bind("days", KEEP.toDays())
        .bind("entries", entries)
        .bind("partners", partners)
        .execute();
  }
}
