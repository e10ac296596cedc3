package io.partnerhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.cli.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** How options of the sandbox's commands are read. */
class CommandOptionsTest {

  private final List<Object> asked = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @Test
  void without_options_the_sandbox_runs_on_in_a_temporary_directory() {
    sandbox();

    assertThat(asked)
        .containsExactly(
            new SandboxCommand.Options(
                false, Optional.empty(), Optional.empty(), false, 1, Duration.ofSeconds(1)));
  }

  @Test
  void options_of_the_sandbox_are_taken_over() {
    sandbox(
        "--once",
        "--report",
        "r.json",
        "--data-dir",
        "d",
        "--keep",
        "--seed",
        "7",
        "--poll",
        "250ms");

    assertThat(asked)
        .containsExactly(
            new SandboxCommand.Options(
                true,
                Optional.of(Path.of("r.json")),
                Optional.of(Path.of("d")),
                true,
                7,
                Duration.ofMillis(250)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "-1s", "1", "1h", "99999999s", ""})
  void a_poll_that_is_no_period_is_refused(String poll) {
    assertThat(sandbox("--poll", poll)).isEqualTo(2);
    assertThat(err.toString()).contains("--poll", "no period such as 500ms, 1s or 2m");
  }

  @Test
  void bench_takes_sizes_separated_by_commas() {
    assertThat(bench("--sizes", "10,200")).isZero();
    assertThat(asked).containsExactly(List.of(10, 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10,-1", "1000001", "many"})
  void bench_refuses_sizes_it_cannot_measure(String sizes) {
    assertThat(bench("--sizes", sizes)).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  private int sandbox(String... args) {
    return execute(
        new SandboxCommand(
            (options, out) -> {
              asked.add(options);
              return ExitCode.OK;
            }),
        args);
  }

  private int bench(String... args) {
    return execute(
        new BenchCommand(
            (sizes, report, out) -> {
              asked.add(sizes);
              return ExitCode.OK;
            }),
        args);
  }

  private int execute(Object command, String... args) {
    return new CommandLine(command).setErr(new PrintWriter(err, true)).execute(args);
  }
}
