package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.SystemUnavailable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HubCommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path directory;
  private Path config;

  @BeforeEach
  void write_a_configuration() throws Exception {
    config = Files.createFile(directory.resolve("hub.properties"));
  }

  @Test
  void run_is_given_the_configuration_file() {
    RunCommand run =
        new RunCommand(file -> file.equals(config) ? ExitCode.OK : ExitCode.CHECK_FAILED);

    assertThat(hub(run, "run", "--config", config.toString())).isEqualTo(0);
  }

  @Test
  void a_configuration_that_is_not_there_ends_with_2_and_names_the_file() {
    RunCommand run = new RunCommand(file -> ExitCode.OK);

    assertThat(hub(run, "run", "--config", "no/such.properties")).isEqualTo(2);
    assertThat(err.toString()).contains("no/such.properties", "--config");
  }

  @Test
  void a_failure_that_the_user_can_mend_has_no_stack_trace() {
    RunCommand run =
        new RunCommand(
            file -> {
              throw new CommandFailure(ExitCode.UNAVAILABLE, "The store does not answer.");
            });

    assertThat(hub(run, "run", "--config", config.toString())).isEqualTo(3);
    assertThat(err).hasToString("hub: The store does not answer." + System.lineSeparator());
  }

  @Test
  void a_system_that_is_down_ends_with_3() {
    RunCommand run =
        new RunCommand(
            file -> {
              throw new SystemUnavailable(
                  new Outcome.Reason(ReasonClass.CONNECTION, "TIMEOUT", "no answer"), null, null);
            });

    assertThat(hub(run, "run", "--config", config.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("TIMEOUT").doesNotContain("\tat ");
  }

  @Test
  void a_defect_ends_with_4_and_its_stack_trace() {
    RunCommand run =
        new RunCommand(
            file -> {
              throw new IllegalStateException("cannot be");
            });

    assertThat(hub(run, "run", "--config", config.toString())).isEqualTo(4);
    assertThat(err.toString()).contains("defect", "cannot be", "\tat ");
  }

  @Test
  void check_prints_every_fault_and_ends_with_2() {
    CheckCommand check = new CheckCommand((file, mappings) -> List.of("first", "second"));

    assertThat(hub(check, "check", "--config", config.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("first", "second", "2 fault(s)");
  }

  @Test
  void check_without_faults_ends_with_0() {
    CheckCommand check = new CheckCommand((file, mappings) -> List.of());

    assertThat(hub(check, "check", "--config", config.toString())).isZero();
  }

  @Test
  void an_unknown_option_ends_with_2_and_a_suggestion() {
    RunCommand run = new RunCommand(file -> ExitCode.OK);

    assertThat(hub(run, "run", "--confg", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("--confg", "--config", "hub run --help");
  }

  @Test
  void no_command_ends_with_2() {
    assertThat(hub(new RunCommand(file -> ExitCode.OK))).isEqualTo(2);
    assertThat(err.toString()).contains("No command", "hub --help");
  }

  @Test
  void the_help_lists_commands_and_every_exit_code() {
    assertThat(hub(new RunCommand(file -> ExitCode.OK), "--help")).isZero();
    assertThat(out.toString()).contains("run ", "completion ");
    for (ExitCode code : ExitCode.values()) {
      assertThat(out.toString()).containsPattern("(?m)^ +" + code.number() + "  ");
    }
  }

  @Test
  void the_completion_script_knows_the_commands() {
    assertThat(hub(new RunCommand(file -> ExitCode.OK), "completion")).isZero();
    assertThat(out.toString()).contains("complete -F _complete_hub", "--config");
  }

  @Test
  void a_log_level_that_does_not_exist_ends_with_2() {
    CommandLine line =
        HubCommandLine.of(
            List.of(new RunCommand(file -> ExitCode.OK)),
            List.of(),
            Map.of("HUB_LOG_LEVEL", "loud"));

    assertThat(execute(line, "run", "--config", config.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("HUB_LOG_LEVEL", "loud", "debug");
  }

  @Test
  void a_sandbox_command_that_is_not_installed_says_so_whatever_its_options() {
    assertThat(hub(new RunCommand(file -> ExitCode.OK), "bench", "--sizes", "10")).isEqualTo(2);
    assertThat(err.toString()).contains("'bench' is not part of this installation");
  }

  private int hub(Object command, String... args) {
    return execute(HubCommandLine.of(List.of(command), List.of(), Map.of()), args);
  }

  private int execute(CommandLine line, String... args) {
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
  }
}
