package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
