package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

  @Test
  void data_outlives_a_restart(@TempDir Path dir) {
    try (Database first = Database.embedded(dir)) {
      Jdbi.create(first.dataSource())
          .useHandle(
              h -> h.execute("insert into record values (7, 'partner', 'K', '{}', '{}', '{}')"));
    }
    try (Database second = Database.embedded(dir)) {
      String key =
          Jdbi.create(second.dataSource())
              .withHandle(h -> h.createQuery("select key from record").mapTo(String.class).one());
      assertThat(key).isEqualTo("K");
    }
  }

  @Test
  void other_users_of_the_machine_are_kept_out(@TempDir Path dir) {
    try (Database database = Database.embedded(dir)) {
      String url = database.address();

      assertThatThrownBy(() -> DriverManager.getConnection(url + "?user=postgres").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThat(dir.resolve("store.password")).content().hasSizeGreaterThan(40);
    }
  }

  @Test
  void what_was_committed_outlives_a_power_cut(@TempDir Path dir) {
    try (Database database = Database.embedded(dir)) {
      Jdbi jdbi = Jdbi.create(database.dataSource());

      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        String value = jdbi.withHandle(h -> h.select("show " + setting).mapTo(String.class).one());
        assertThat(value).as(setting).isEqualTo("on");
      }
    }
  }
}
