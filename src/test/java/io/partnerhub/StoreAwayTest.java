package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerhub.deadletter.DeadLetters;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.ops.DeadLettersMBean;
import io.partnerhub.ops.jmx.LoopbackConnector;
import io.partnerhub.store.Outage;
import io.partnerhub.store.PostgresQueue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What commands say when a hub runs and its store is away. */
class StoreAwayTest {

  @TempDir Path dataDir;
  private final StringWriter err = new StringWriter();

  @Test
  void a_command_that_needs_the_store_ends_with_3_while_no_server_answers() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setUrl("jdbc:postgresql://127.0.0.1:1/hub");

    assertThat(list(nobody)).isEqualTo(3);
    assertThat(err.toString()).startsWith("hub: The hub's store does not answer.");
  }

  @Test
  void a_command_that_needs_the_store_ends_with_3_while_the_hub_has_let_go_of_it() {
    HikariDataSource closed = new HikariDataSource();
    closed.close();

    assertThat(list(closed)).isEqualTo(3);
  }

  @Test
  void a_server_that_stops_is_an_outage_and_what_it_refuses_is_none() {
    assertThat(Outage.isCauseOf(wrapped("57P01"))).isTrue();
    assertThat(Outage.isCauseOf(wrapped("08006"))).isTrue();
    assertThat(Outage.isCauseOf(wrapped("42601"))).isFalse();
    assertThat(Outage.isCauseOf(wrapped(null))).isFalse();
  }

  private static Throwable wrapped(String state) {
    return new IllegalStateException(new IllegalStateException(new SQLException("no", state)));
  }

  private int list(DataSource store) {
    DeadLetters letters =
        new DeadLetters(
            new PostgresQueue(store), null, MappingSet.of(List.of()), Clock.systemUTC());
    Object mbean = new DeadLettersMBean(letters, null, Clock.systemUTC());
    try (LoopbackConnector connector =
        new LoopbackConnector(
            dataDir, Map.of(DeadLettersMBean.TYPE, mbean), Outage::isCauseOf, Optional.empty())) {
      connector.start();
      return HubMain.commands(Map.of())
          .setErr(new PrintWriter(err, true))
          .execute("dlq", "list", "--data-dir", dataDir.toString());
    }
  }
}
