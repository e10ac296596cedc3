package io.partnerhub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example file and the README's table say what the keys say. */
class ConfigReferenceTest {

  private static final Path EXAMPLE = Path.of("deploy/hub.properties.example");
  private static final Path README = Path.of("README.md");

  @Test
  void the_example_explains_every_key() throws IOException {
    assertThat(Files.readString(EXAMPLE)).isEqualTo(example());
  }

  @Test
  void every_example_value_is_one(@TempDir Path directory) throws IOException {
    String all = example().replaceAll("(?m)^#([a-z])", "$1").replace("<type>", "partner");
    Path file = Files.writeString(directory.resolve("hub.properties"), all);

    HubConfig config = HubConfig.load(directory, Optional.of(file), Map.of());

    assertThat(config.smartsheet().sheets()).isEqualTo(Map.of("partner", "4583173393803140"));
  }

  @Test
  void the_README_lists_every_key() throws IOException {
    assumeThat(README).exists();

    assertThat(Files.readString(README)).contains(table());
  }

  private static String example() {
    return """
        # Configuration of the hub. Each key may be set by a variable of the environment instead:
        # salesforce.login-url by SALESFORCE_LOGIN_URL. A secret may stand in a file of its own:
        # smartsheet.token-file = /run/secrets/smartsheet. A value is the rest of its line.
        # A relative path begins at the hub's directory.
        """
        + Keys.ALL.stream().map(ConfigReferenceTest::exampleOf).collect(Collectors.joining());
  }

  private static String exampleOf(Key<?> key) {
    String sign = key.presence() == Key.Presence.REQUIRED ? "" : "#";
    return "\n# %s\n%s%s = %s\n".formatted(key.meaning(), sign, key.name(), key.example());
  }

  private static String table() {
    return "| key | default | meaning |\n|---|---|---|\n"
        + Keys.ALL.stream().map(ConfigReferenceTest::rowOf).collect(Collectors.joining());
  }

  private static String rowOf(Key<?> key) {
    String fallback =
        key.presence() == Key.Presence.REQUIRED
            ? "required"
            : key.defaultText().map(text -> "`" + text + "`").orElse("");
    return "| `%s` | %s | %s |\n".formatted(key.name(), fallback, key.meaning());
  }
}
