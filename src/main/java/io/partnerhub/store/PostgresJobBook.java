package io.partnerhub.store;

import io.partnerhub.deadletter.JobBook;
import io.partnerhub.deadletter.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The bulk replays on PostgreSQL. */
public final class PostgresJobBook implements JobBook {

  private final Jdbi jdbi;

  public PostgresJobBook(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
  }

  @Override
  public OptionalLong begin(JobStatus begun) {
    return jdbi.withHandle(
            h ->
                h.createQuery(
                        "insert into replay_job (state, conditions, at_most, per_second, who, reason,"
                            + " began_at, seen_at) values (:state, :conditions, :max, :perSecond,"
                            + " :who, :reason, :began, now()) on conflict do nothing returning id")
                    .bind("state", begun.state().name())
                    .bind("conditions", begun.conditions())
                    .bind("max", begun.max())
                    .bind("perSecond", begun.perSecond())
                    .bind("who", begun.who())
                    .bind("reason", begun.reason())
                    .bind("began", begun.began())
                    .mapTo(Long.class)
                    .findOne())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public boolean keep(JobStatus status) {
    return jdbi.withHandle(
            h ->
                h.createUpdate(
                        "update replay_job set state = :state, sentence = :sentence,"
                            + " taken = :taken, refused = :refused, written = :written,"
                            + " failed = :failed, under_way = :underWay, last_letter = :last,"
                            + " not_reached = :notReached, ended_at = :ended, seen_at = now()"
                            + " where id = :id and state = 'RUNNING'")
                    .bind("id", status.id())
                    .bind("state", status.state().name())
                    .bind("sentence", status.sentence())
                    .bind("taken", status.taken())
                    .bind("refused", status.refused())
                    .bind("written", status.written())
                    .bind("failed", status.failed())
                    .bind("underWay", status.underWay())
                    .bind("last", status.last())
                    .bind("notReached", status.notReached())
                    .bind("ended", status.ended())
                    .execute())
        > 0;
  }

  @Override
  public List<JobStatus> newest(int most) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from replay_job order by id desc limit :most")
                .bind("most", most)
                .map((row, context) -> status(row))
                .list());
  }

  @Override
  public Optional<JobStatus> find(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from replay_job where id = :id")
                .bind("id", id)
                .map((row, context) -> status(row))
                .findOne());
  }

  @Override
  public List<JobStatus> silentFor(Duration silence) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select * from replay_job where state = 'RUNNING'"
                        + " and seen_at < now() - make_interval(secs => :seconds)")
                .bind("seconds", silence.toSeconds())
                .map((row, context) -> status(row))
                .list());
  }

  private static JobStatus status(ResultSet row) throws SQLException {
    return new JobStatus(
        row.getLong("id"),
        JobStatus.State.valueOf(row.getString("state")),
        row.getString("conditions"),
        row.getInt("at_most"),
        row.getInt("per_second"),
        row.getString("who"),
        row.getString("reason"),
        row.getString("sentence"),
        row.getInt("taken"),
        row.getInt("refused"),
        row.getInt("written"),
        row.getInt("failed"),
        row.getInt("under_way"),
        row.getLong("last_letter"),
        (Integer) row.getObject("not_reached"),
        Rows.instant(row, "began_at"),
        Rows.instant(row, "ended_at"));
  }
}
