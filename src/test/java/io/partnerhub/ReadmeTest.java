package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
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

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
