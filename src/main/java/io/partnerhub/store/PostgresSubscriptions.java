package io.partnerhub.store;

import io.partnerhub.intake.Subscription;
import io.partnerhub.intake.Subscriptions;
import io.partnerhub.model.SystemName;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The hub's webhooks in PostgreSQL. */
public final class PostgresSubscriptions implements Subscriptions {

  private final Jdbi jdbi;

  public PostgresSubscriptions(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
  }

  @Override
  public List<Subscription> of(SystemName system) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from subscription where system = :system order by place")
                .bind("system", system.value())
                .map(
                    (row, context) ->
                        new Subscription(
                            system,
                            row.getString("place"),
                            row.getString("id"),
                            row.getString("secret"),
                            row.getString("before"),
                            row.getBoolean("unsure"),
                            row.getTimestamp("renewed_at").toInstant()))
                .list());
  }

  @Override
  public void keep(Subscription subscription) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into subscription"
                        + " (system, place, id, secret, before, unsure, renewed_at)"
                        + " values (:system, :place, :id, :secret, :before, :unsure, :renewed)"
                        + " on conflict (system, place) do update set id = excluded.id,"
                        + " secret = excluded.secret, before = excluded.before,"
                        + " unsure = excluded.unsure, renewed_at = excluded.renewed_at")
                .bind("system", subscription.system().value())
                .bind("place", subscription.place())
                .bind("id", subscription.id())
                .bind("secret", subscription.secret())
                .bind("before", subscription.before())
                .bind("unsure", subscription.unsure())
                .bind("renewed", subscription.renewedAt())
                .execute());
  }

  @Override
  public void forget(SystemName system, String id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from subscription where system = :system and id = :id")
                .bind("system", system.value())
                .bind("id", id)
                .execute());
  }
}
