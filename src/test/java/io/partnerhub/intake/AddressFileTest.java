package io.partnerhub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressFileTest {

  @TempDir private Path directory;

  @Test
  void it_holds_what_to_enter_in_each_system_and_nobody_else_reads_it() throws Exception {
    AddressFile file = new AddressFile(directory.resolve("data"));

    file.write("https://hub.example.com", Map.of("old", "/in/old/1"));
    file.write("https://hub.example.com", Map.of("fulfillment", "/in/fulfillment/2c7h"));

    Path written = directory.resolve("data/webhook.addresses");
    assertThat(Files.readString(written))
        .isEqualTo("fulfillment https://hub.example.com/in/fulfillment/2c7h\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
        .isEqualTo("rw-------");
    assertThat(Files.list(directory.resolve("data"))).hasSize(1);
  }
}
