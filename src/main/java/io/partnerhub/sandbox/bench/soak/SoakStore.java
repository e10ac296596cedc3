package io.partnerhub.sandbox.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A running hub's own store, looked at from outside over one connection. */
final class SoakStore implements AutoCloseable {

  private static final int LINE_OF_THE_PORT = 3;
  private static final double MEGABYTE = 1L << 20;

  /**
   * The ledger grows with each edit, by design; what was told is kept for days, to be known again.
   */
  private static final String TABLES =
      "from pg_class c where c.relkind = 'r' and not c.relispartition"
          + " and c.relnamespace = cast('public' as regnamespace) and c.relname !~ 'flyway'"
          + " and c.relname not in ('notice', 'told_edit')";

  private final Handle handle;
  private final String counts;
  private final String teller;

  private SoakStore(Handle handle, String teller) {
    this.handle = handle;
    this.teller = teller;
    this.counts =
        handle.createQuery("select c.relname " + TABLES).mapTo(String.class).list().stream()
            .map(table -> "select '%s' as name, count(*) as n from %s".formatted(table, table))
            .collect(Collectors.joining(" union all "));
  }

  /**
   * Connects.
   *
   * @param data the hub's data directory, in which its server says where it is
   * @param teller the system whose events tell what became of writes; empty where none does
   */
  static SoakStore in(Path data, String teller) throws IOException {
    String port =
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(LINE_OF_THE_PORT).strip();
    String password = Files.readString(data.resolve("store.password")).strip();
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=bench";
    return new SoakStore(Jdbi.create(url, "postgres", password).open(), teller);
  }

  /** Rows of each table but those. */
  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    handle
        .createQuery(counts)
        .map((row, context) -> rows.put(row.getString("name"), row.getLong("n")))
        .list();
    return rows;
  }

  /** Of all tables but those, with their indexes. */
  double megabytes() {
    return number("select sum(pg_total_relation_size(c.oid)) " + TABLES) / MEGABYTE;
  }

  /** Notices that were taken in. */
  long toldRows() {
    return number("select count(*) from notice");
  }

  long ledgerRows() {
    return number("select count(*) from ledger");
  }

  /** With its indexes. */
  long ledgerBytes() {
    return number(
        "select sum(pg_total_relation_size(relid)) from pg_partition_tree('ledger') where isleaf");
  }

  /** Of the hub's. */
  long connections() {
    return number("select count(*) from pg_stat_activity where application_name = 'partner-hub'");
  }

  /**
   * Whether nothing is to be written, answered, summed up or looked for. What is not asked for, but
   * waits for an event, may wait some minutes for one that does not come.
   */
  boolean isAtRest() {
    return handle
        .createQuery(
            "select not exists (select 1 from replica where due)"
                + " and not exists (select 1 from attempt)"
                + " and not exists (select 1 from rollup_due)"
                + " and not exists (select 1 from suspect where system <> :teller)")
        .bind("teller", teller)
        .mapTo(Boolean.class)
        .one();
  }

  private long number(String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }

  @Override
  public void close() {
    handle.close();
  }
}
