package io.partnerhub.sandbox.matrix;

import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** Where records are, by what the store holds of them. */
final class Whereabouts {

  private final Jdbi jdbi;

  Whereabouts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Where the write of a record in a system is, in the table's words, such as {@code waits server};
   * {@code nothing due} where the store knows of none.
   */
  String of(String type, String key, SystemName system) {
    String sql =
        "select case"
            + " when p.fate = 'GIVEN_UP' then 'dead ' || p.reason_class"
            + " when exists (select 1 from attempt a where a.record_id = p.record_id"
            + "   and a.system = p.system) then 'asks ' || coalesce(p.reason_class, '')"
            + " when p.due and p.reason_class is not null then 'waits ' || p.reason_class"
            + " when p.due then 'due'"
            + " when exists (select 1 from kept k join replica o on o.system = k.system"
            + "   and o.native_id = k.native_id and o.record_id = r.id) then 'kept'"
            + " when r.held <> '{}' then 'held'"
            + " else 'nothing due' end"
            + " from replica p join record r on r.id = p.record_id"
            + " where r.type = :type and r.key = :key and p.system = :system";
    return jdbi.withHandle(
            h ->
                h.createQuery(sql)
                    .bind("type", type)
                    .bind("key", key)
                    .bind("system", system.value())
                    .mapTo(String.class)
                    .findOne())
        .map(found -> found.toLowerCase(Locale.ROOT).replace('_', '-').strip())
        .orElse("nothing due");
  }

  /** What is still to be done, or waits for somebody; fields that are held are no unrest. */
  List<String> unrest() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select 'open attempt ' || id || ' on ' || coalesce(key, '') from attempt"
                        + " union all select 'due ' || r.type || ' ' || coalesce(r.key, '') || ' in '"
                        + "   || p.system || ': ' || coalesce(p.reason, '')"
                        + "   from replica p join record r on r.id = p.record_id where p.due"
                        + " union all select 'to be read again ' || native_id from replica"
                        + "   where read_again > 0"
                        + " union all select 'kept ' || native_id from kept"
                        + " union all select 'stray ' || key from stray where why <> 'REPLACED'"
                        + " union all select 'suspect ' || native_id from suspect"
                        + " union all select 'dead letter ' || key || ' ' || sentence"
                        + "   from dead_letter where state in ('OPEN', 'REPLAYING')")
                .mapTo(String.class)
                .list());
  }

  /** Whether a value waits for a person to choose it. */
  boolean isHeld(String key, String value) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select held::text like :value from record where key = :key")
                .bind("key", key)
                .bind("value", "%\"" + value + "\"%")
                .mapTo(Boolean.class)
                .one());
  }

  /** Whether the last dead letter of a record was closed by newer values. */
  boolean isSuperseded(String key) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select state = 'SUPERSEDED' from dead_letter where key = :key"
                        + " order by id desc limit 1")
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
  }

  /** Whether a dead letter of a record is open. */
  boolean isDead(String key) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select exists (select 1 from dead_letter where key = :key and state = 'OPEN')")
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
  }

  /** As a hub leaves it that dies while the secret of a webhook is renewed. */
  void beginRenewal(String webhook) {
    jdbi.useHandle(h -> h.execute("update subscription set unsure = true where id = ?", webhook));
  }
}
