package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
  void a_place_that_takes_no_data_is_told_with_what_to_do(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "no directory");

    for (Path unfit : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> Database.embedded(unfit).close())
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContainingAll(
              "cannot keep its data in " + unfit, "set hub.data-dir to another");
    }
  }

  @Test
  void a_second_hub_is_refused_at_once_and_leaves_the_first_its_server(@TempDir Path dir)
      throws SQLException {
    try (Database first = Database.embedded(dir)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> Database.embedded(dir).close())
            .isInstanceOf(StoreUnavailable.class)
            .hasMessageContainingAll("A hub runs on this data directory", "hub.data-dir");
      }

      String url = first.address() + "?user=postgres&password=" + new StorePassword(dir).value();
      DriverManager.getConnection(url).close();
    }
    Database.embedded(dir).close();
  }

  @Test
  void a_hub_in_another_process_is_refused_too(@TempDir Path dir) throws Exception {
    Path file = Files.createFile(dir.resolve("hub.lock"));
    Process other = holder(file);
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(() -> DataDirLock.take(dir)).isInstanceOf(StoreUnavailable.class);
    } finally {
      other.destroyForcibly().waitFor();
    }
    DataDirLock.take(dir).close();
  }

  private static Process holder(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), "" + file)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Another process that has the lock until it is killed. */
  static final class Holder {

    public static void main(String[] args) throws Exception {
      FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
      channel.lock();
      System.out.println("held");
      Thread.sleep(60_000);
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
  void a_password_file_that_a_kill_left_empty_gets_a_password(@TempDir Path dir) throws Exception {
    Files.createFile(dir.resolve("store.password"));
    Files.createFile(dir.resolve("store.password.new"));

    String password = new StorePassword(dir).value();

    assertThat(password).hasSizeGreaterThan(40).isEqualTo(new StorePassword(dir).value());
    assertThat(Files.list(dir)).containsExactly(dir.resolve("store.password"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(dir.resolve("store.password"))))
        .isEqualTo("rw-------");
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
