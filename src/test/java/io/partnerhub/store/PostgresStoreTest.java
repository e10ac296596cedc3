package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class PostgresStoreTest {

  private final PostgresStore store = TestStore.empty(Clock.systemUTC());

  @Test
  void a_hub_that_starts_or_stops_gives_back_what_it_has_and_writes_no_other_copy() {
    Copies.linked(1_000, "claimed_by = 'one', claim = case record_id when 7 then 1 end");
    long before = lastWrite();

    store.expireAllOf("one");

    assertThat(count("claim is not null")).isZero();
    assertThat(count("cast(cast(xmin as text) as bigint) > " + before)).isEqualTo(1);
  }

  private static long lastWrite() {
    return number("max(cast(cast(xmin as text) as bigint)) from replica");
  }

  private static long count(String which) {
    return number("count(*) from replica where " + which);
  }

  private static long number(String what) {
    return TestStore.jdbi()
        .withHandle(h -> h.createQuery("select " + what).mapTo(Long.class).one());
  }
}
