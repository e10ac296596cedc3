package io.partnerhub.sandbox.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.cli.HubCommandLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The measurements of the store alone, with few records. */
class StoreBenchTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void roll_ups_are_measured_at_each_size_and_the_verdict_is_the_exit_code() {
    int exitCode = execute("rollups", "--sizes", "20,60");

    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("\\s+20\\s+80\\s+20\\s+[0-9,]+\\s+[0-9,]+"))
        .anyMatch(line -> line.matches("\\s+60\\s+240\\s+60\\s+[0-9,]+\\s+[0-9,]+"))
        .anyMatch(line -> line.startsWith(exitCode == 0 ? "met " : "MISSED "));
    assertThat(exitCode).isBetween(0, 1);
  }

  @Test
  void the_merge_is_measured_by_what_is_observed() {
    int exitCode = execute("merge", "--partners", "100");

    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("first contact "))
        .anyMatch(line -> line.startsWith("unchanged "))
        .anyMatch(line -> line.startsWith("one field edited "))
        .anyMatch(line -> line.startsWith("swept "))
        .anyMatch(line -> line.startsWith(exitCode == 0 ? "met " : "MISSED "));
    assertThat(exitCode).isBetween(0, 1);
  }

  @Test
  void why_is_asked_in_a_ledger_of_that_length() {
    int exitCode = execute("why", "--entries", "2000");

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("2,000 entries, made in ", "slowest ")
        .contains("target: at most 200 ms: " + (exitCode == 0 ? "met" : "missed"));
    assertThat(exitCode).isBetween(0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10,-1", "1000001", "many"})
  void sizes_that_cannot_be_measured_are_refused(String sizes) {
    assertThat(execute("rollups", "--sizes", sizes)).isEqualTo(2);
    assertThat(execute("merge", "--partners", sizes)).isEqualTo(2);
    assertThat(execute("three", "--orders", sizes)).isEqualTo(2);
    assertThat(err.toString()).contains("--sizes", "--partners", "--orders");
  }

  private int execute(String measurement, String option, String value) {
    return HubCommandLine.of(List.of(), Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("bench", measurement, option, value);
  }
}
