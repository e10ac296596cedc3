package io.partnerhub.store;

import io.partnerhub.sync.store.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Dead letters as the store holds them, written by hand. */
public final class SomeLetters {

  private final Jdbi jdbi = TestStore.jdbi();

  /** An open letter about a record; gives its id. */
  public long open(String system, String reasonClass, long record, String key, String sentence) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "insert into dead_letter (type, record_id, system, key, sent, reason_class,"
                        + " code, sentence, attempts, first_at, last_at, mapping_version, state,"
                        + " since) values ('order', :record, :system, :key, '{}', :reason, 'C',"
                        + " :sentence, 1, now(), now(), '1', 'OPEN', now()) returning id")
                .bindMap(
                    Map.of(
                        "record", record,
                        "system", system,
                        "key", key,
                        "reason", reasonClass,
                        "sentence", sentence))
                .mapTo(Long.class)
                .one());
  }

  /** Its cause is gone. */
  public void close(long letter) {
    close(letter, Instant.now());
  }

  void close(long letter, Instant at) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update dead_letter set state = 'SUPERSEDED', closed_at = ? where id = ?",
                at,
                letter));
  }

  /** A letter that left the queue. */
  void closed(long record, Letter.State state, Instant at) {
    long id = open("salesforce", "VALUE", record, state.name(), "refused");
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update dead_letter set state = ?, closed_at = ? where id = ?",
                state.name(),
                at,
                id));
  }

  /** The states of all letters, with their keys, in order. */
  List<String> letters() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select concat_ws(' ', state, key) from dead_letter order by id")
                .mapTo(String.class)
                .list());
  }

  /** An account, and an order that refers to it. */
  public void anOrderOf(long order, long partner, String account) {
    jdbi.useHandle(
        handle -> {
          String record =
              "insert into record (id, type, key, agreed, origins, held)"
                  + " values (?, ?, ?, '{}', '{}', '{}')";
          handle.execute(record, partner, "partner", "P" + partner);
          handle.execute(record, order, "order", "O" + order);
          handle.execute(
              "insert into reference (record_id, field, type, to_type, to_key)"
                  + " values (?, 'partner', 'order', 'partner', ?)",
              order,
              "P" + partner);
          handle.execute(
              "insert into replica (record_id, system, type, state, location, native_id, holds,"
                  + " read_began, read_ended, wrote_ended, read_again, rendering, rewrites,"
                  + " failures, due) values (?, 'salesforce', 'partner', 'LINKED', 'Account', ?,"
                  + " '{}', 0, 0, 0, 0, '[]', '{}', 0, false)",
              partner,
              account);
        });
  }

  /** The states and last errors of all messages, in order. */
  public List<String> messages() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select concat_ws(' ', way, system, reason_class, state, attempts, last_error)"
                        + " from escalation order by id")
                .mapTo(String.class)
                .list());
  }
}
