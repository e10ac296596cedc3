package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerWeeksTest {

  /** Its week begins on the 10th; far from the weeks of other tests. */
  private static final Instant WEDNESDAY = Instant.parse("2050-01-12T23:00:00Z");

  private final Jdbi jdbi = TestStore.jdbi();
  private Instant now = WEDNESDAY;

  @BeforeEach
  @AfterEach
  void without_weeks() {
    TestStore.empty(Clock.systemUTC());
    weeks().forEach(week -> jdbi.useHandle(h -> h.execute("drop table " + week)));
  }

  @Test
  void this_week_and_three_to_come_are_made() {
    keepUp();

    assertThat(weeks())
        .containsExactly(
            "ledger_w20500110", "ledger_w20500117", "ledger_w20500124", "ledger_w20500131");
  }

  @Test
  void an_entry_goes_to_its_week_and_finds_its_record_there() {
    keepUp();
    insert(WEDNESDAY);

    assertThat(rowsIn("ledger_w20500110")).isOne();
    assertThat(rowsIn("ledger_default")).isZero();
  }

  @Test
  void an_entry_of_no_week_is_taken_and_moves_to_its_week_when_that_is_made() {
    insert(WEDNESDAY.plus(Duration.ofDays(14)));
    assertThat(rowsIn("ledger_default")).isOne();

    keepUp();

    assertThat(rowsIn("ledger_w20500124")).isOne();
    assertThat(rowsIn("ledger_default")).isZero();
  }

  @Test
  void after_a_long_downtime_the_week_of_today_is_made() {
    keepUp();
    now = WEDNESDAY.plus(Duration.ofDays(100));
    insert(now);

    keepUp();

    assertThat(weeks()).contains("ledger_w20500418");
    assertThat(rowsIn("ledger_w20500418")).isOne();
  }

  @Test
  void a_week_goes_when_its_last_entry_is_too_old_and_not_a_moment_before() {
    keepUp();
    insert(WEDNESDAY);
    insert(WEDNESDAY.minus(Duration.ofDays(30)));
    Instant endOfWeek = LocalDate.of(2050, 1, 17).atStartOfDay(ZoneOffset.UTC).toInstant();

    now = endOfWeek.plus(Duration.ofDays(30)).minusMillis(1);
    keepUp();
    assertThat(weeks()).contains("ledger_w20500110");
    assertThat(rowsIn("ledger_default")).isZero();

    now = endOfWeek.plus(Duration.ofDays(30));
    keepUp();
    assertThat(weeks()).doesNotContain("ledger_w20500110").contains("ledger_w20500117");
    assertThat(rowsIn("ledger")).isZero();
  }

  @Test
  void a_question_for_a_record_looks_it_up_in_the_index_of_each_week() {
    keepUp();

    List<String> plan =
        jdbi.withHandle(
            h -> {
              h.execute("set enable_seqscan = off");
              h.execute("set enable_bitmapscan = off"); // of a few rows it may seem the cheaper
              List<String> lines =
                  h.createQuery(
                          "explain select * from ledger where record_id = 7 order by id desc limit 9")
                      .mapTo(String.class)
                      .list();
              h.execute("reset enable_seqscan");
              h.execute("reset enable_bitmapscan");
              return lines;
            });

    assertThat(plan).anyMatch(line -> line.contains("ledger_w20500110_record_id_id_idx"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort  ("));
  }

  private void keepUp() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    new LedgerWeeks(TestStore.dataSource(), clock, Duration.ofDays(30)).keepUp();
  }

  private void insert(Instant at) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "insert into ledger (at, type, record_id, system, event, reading, attempt,"
                        + " decisions) values (:at, :type, 7, 'salesforce', 'OBSERVED', 1, 0, '[]')")
                .bind("at", at)
                .bind("type", new RecordType("partner").name())
                .execute());
  }

  private int rowsIn(String table) {
    return jdbi.withHandle(
        h -> h.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private List<String> weeks() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select relname from pg_class where relname ~ '^ledger_w[0-9]{8}$'"
                        + " order by relname")
                .mapTo(String.class)
                .list());
  }
}
