package io.partnerhub.store;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's weeks, from Monday to Monday in UTC: each is a partition, made before its first
 * entry comes and dropped when it is older than entries are kept. A hub that was stopped for weeks
 * finds its entries in the default partition, from where they move to their week.
 */
public final class LedgerWeeks {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerWeeks.class);

  /**
   * This week and three to come: so long the upkeep may fail unnoticed by the default partition.
   */
  private static final int AHEAD = 4;

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final Pattern NAME = Pattern.compile("ledger_w(\\d{8})");

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration keep;

  /**
   * @param keep how long entries are kept
   */
  public LedgerWeeks(DataSource dataSource, Clock clock, Duration keep) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
    this.keep = keep;
  }

  /** Makes the weeks to come and drops those that are too old; the same again changes nothing. */
  public void keepUp() {
    jdbi.useTransaction(
        handle -> {
          // An insert that is under way holds a week for moments; waiting longer would stop others.
          handle.execute("set local lock_timeout = '5s'");
          handle.execute(
              "select pg_advisory_xact_lock(hashtext('partner-hub'), hashtext('ledger'))");
          Set<LocalDate> weeks = weeks(handle);
          LocalDate monday = mondayOf(clock.instant());
          for (int week = 0; week < AHEAD; week++) {
            if (!weeks.contains(monday.plusWeeks(week))) {
              make(handle, monday.plusWeeks(week));
            }
          }
          drop(handle, weeks);
        });
  }

  /** Names hold digits alone, as statements that define tables take no parameters. */
  private static void make(Handle handle, LocalDate monday) {
    String table = "ledger_w" + DAY.format(monday);
    String from = monday + " 00:00:00+00";
    String to = monday.plusWeeks(1) + " 00:00:00+00";
    handle.execute("create table %s (like ledger including defaults)".formatted(table));
    handle.execute(
        ("with moved as (delete from ledger_default where at >= '%s' and at < '%s' returning *)"
                + " insert into %s select * from moved")
            .formatted(from, to, table));
    handle.execute(
        "alter table ledger attach partition %s for values from ('%s') to ('%s')"
            .formatted(table, from, to));
  }

  private void drop(Handle handle, Set<LocalDate> weeks) {
    Instant before = clock.instant().minus(keep);
    for (LocalDate monday : weeks) {
      if (!monday.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(before)) {
        handle.execute("drop table ledger_w" + DAY.format(monday));
        LOG.info(
            "The ledger's week of {} was dropped: it is older than {} days", monday, keep.toDays());
      }
    }
    handle
        .createUpdate("delete from ledger_default where at < :before")
        .bind("before", before)
        .execute();
  }

  private static Set<LocalDate> weeks(Handle handle) {
    List<String> tables =
        handle
            .createQuery(
                "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                    + " where i.inhparent = cast('ledger' as regclass)")
            .mapTo(String.class)
            .list();
    Set<LocalDate> weeks = new TreeSet<>();
    tables.forEach(table -> mondayOf(table).ifPresent(weeks::add));
    return weeks;
  }

  private static Optional<LocalDate> mondayOf(String table) {
    Matcher name = NAME.matcher(table);
    return name.matches() ? Optional.of(LocalDate.parse(name.group(1), DAY)) : Optional.empty();
  }

  private static LocalDate mondayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
