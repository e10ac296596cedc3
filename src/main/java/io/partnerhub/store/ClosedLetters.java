package io.partnerhub.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters that were closed for as long as the ledger is kept, and the messages of them: they
 * go. A letter that is open stays however old it is, with its message, or people were told again.
 */
public final class ClosedLetters {

  private static final Logger LOG = LoggerFactory.getLogger(ClosedLetters.class);

  /** Rows of a statement, each in a transaction of its own: others wait for moments only. */
  private static final int PAGE = 5_000;

  /** A letter that is being restored at this moment is left. */
  private static final String LETTERS =
      "delete from dead_letter where id in (select id from dead_letter where "
          + Saving.CLOSED_LETTER
          + " and closed_at < :before order by id limit :page for update skip locked)";

  private static final String MESSAGES =
      "delete from escalation where id in (select m.id from escalation m"
          + " where m.state in ('SENT', 'DROPPED') and m.made_at < :before"
          + " and not exists (select 1 from escalated e where e.escalation = m.id)"
          + " order by m.id limit :page for update skip locked)";

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration keep;
  private final int page;

  /**
   * @param keep how long a letter is kept after it was closed
   */
  public ClosedLetters(DataSource dataSource, Clock clock, Duration keep) {
    this(dataSource, clock, keep, PAGE);
  }

  ClosedLetters(DataSource dataSource, Clock clock, Duration keep, int page) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
    this.keep = keep;
    this.page = page;
  }

  /** Removes what is too old; the same again changes nothing. */
  public void prune() {
    Instant before = clock.instant().minus(keep);
    int letters = all(LETTERS, before);
    int messages = all(MESSAGES, before);
    if (letters + messages > 0) {
      LOG.info(
          "{} closed dead letters and {} messages of such were removed: they are older than {} days",
          letters,
          messages,
          keep.toDays());
    }
  }

  private int all(String sql, Instant before) {
    int all = 0;
    int some;
    do {
      some = jdbi.inTransaction(handle -> one(handle, sql, before));
      all += some;
    } while (some == page);
    return all;
  }

  private int one(Handle handle, String sql, Instant before) {
    return handle.createUpdate(sql).bind("before", before).bind("page", page).execute();
  }
}
