package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README says what is so. */
class ReadmeTest {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void it_lists_every_exit_code(ExitCode code) throws IOException {
    String row = "| %d | %s |".formatted(code.number(), code.meaning());

    assertThat(readme()).containsIgnoringCase(row.replace(". |", " |"));
  }

  @Test
  void its_links_lead_to_files() throws IOException {
    assertThat(LINK.matcher(readme()).results().map(link -> link.group(1)))
        .isNotEmpty()
        .allMatch(file -> Files.exists(Path.of(file)));
  }

  @Test
  void it_lists_every_decision_by_its_title() throws IOException {
    try (Stream<Path> decisions = Files.list(Path.of("src/adr"))) {
      for (Path decision : decisions.toList()) {
        String title = Files.readAllLines(decision).get(0).replaceFirst("^# ", "");

        assertThat(readme()).contains("- [%s](%s)\n".formatted(title, decision));
      }
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
