package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What happens before a command runs. */
class HubMainTest {

  /** Of 80 columns the last stays free; what is longer is broken, and cannot be pasted then. */
  private static final int LONGEST_EXAMPLE = 79;

  @Test
  void no_example_of_any_commands_help_is_broken() {
    assertThat(examples(HubMain.commands(Map.of())))
        .hasSizeGreaterThan(30)
        .allMatch(example -> example.length() <= LONGEST_EXAMPLE);
  }

  private static List<String> examples(CommandLine command) {
    CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    return Stream.concat(
            Stream.of(usage.description(), usage.footer())
                .flatMap(Arrays::stream)
                .filter(line -> line.startsWith("  ")),
            command.getSubcommands().values().stream().flatMap(below -> examples(below).stream()))
        .toList();
  }

  @Test
  void a_command_that_logs_nothing_makes_no_logger() throws Exception {
    Process hub =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                HubMain.class.getName(),
                "--version")
            .redirectErrorStream(true)
            .start();
    String loaded = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // The command chooses the log's format, which logback reads with the first logger.
    assertThat(hub.waitFor()).isZero();
    assertThat(loaded.lines().filter(line -> line.contains("io.partnerhub.HubMain "))).isNotEmpty();
    assertThat(loaded.lines().filter(line -> line.contains(" ch.qos.logback."))).isEmpty();
  }
}
