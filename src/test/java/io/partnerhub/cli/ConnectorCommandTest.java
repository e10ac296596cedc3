package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.ops.ConnectorActRow;
import io.partnerhub.ops.ConnectorRow;
import io.partnerhub.ops.SourceRow;
import io.partnerhub.ops.jmx.Opened;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorCommandTest {

  private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

  private static final ConnectorRow GOOD =
      new ConnectorRow(
          "salesforce",
          "answers",
          null,
          null,
          "CLOSED",
          1_234L,
          15_000L,
          86_400L,
          null,
          null,
          12L,
          "SERVER: busy",
          AT);

  private static final ConnectorRow AWAY =
      new ConnectorRow(
          "smartsheet",
          "away",
          "1003: the token has expired",
          AT,
          "OPEN",
          3L,
          300L,
          60L,
          AT,
          7_200L,
          null,
          "1003: the token has expired",
          AT);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeHub hub = new FakeHub();

  @Test
  void list_tells_state_budget_lag_and_the_last_error() {
    hub.answering("Connectors.Connectors", Opened.table(List.of(GOOD, AWAY), ConnectorRow.class));

    assertThat(run("list")).isZero();

    assertThat(out.toString().lines())
        .anyMatch(l -> l.matches("salesforce +answers +CLOSED +1,234 of 15,000 +24 h +none +12 s"))
        .anyMatch(l -> l.matches("smartsheet +away +OPEN +3 of 300 +60 s +2 h +none yet"))
        .anyMatch(l -> l.matches("salesforce: last error at 2026-01-31 .*: SERVER: busy"))
        .anyMatch(l -> l.equals("smartsheet: 1003: the token has expired"))
        .anyMatch(l -> l.startsWith("  called again at 2026-01-31"))
        .anyMatch(l -> l.startsWith("  first reads, new copies and sweeps wait for calls until"));
  }

  @Test
  void list_is_json_for_scripts() {
    hub.answering("Connectors.Connectors", Opened.table(List.of(AWAY), ConnectorRow.class));

    assertThat(run("list", "--json")).isZero();

    assertThat(out.toString())
        .contains(
            "\"breaker\" : \"OPEN\"", "\"oldestDueSeconds\" : 7200", "\"silentSeconds\" : null");
  }

  @Test
  void list_tells_sources_and_acts_instead() {
    hub.answering(
            "Connectors.sources(salesforce)",
            Opened.table(
                List.of(new SourceRow("salesforce", "partner", "Account", true, 0, AT)),
                SourceRow.class))
        .answering(
            "Connectors.acts()",
            Opened.table(
                List.of(new ConnectorActRow(AT, "salesforce", "reset", "ann", "an import", "all")),
                ConnectorActRow.class));

    assertThat(run("list", "--sources", "salesforce")).isZero();
    assertThat(run("list", "--acts")).isZero();

    assertThat(out.toString())
        .containsPattern("partner +Account +yes +0 +2026-01-31")
        .contains("salesforce reset by ann: an import (all)");
  }

  @Test
  void each_act_passes_the_system_and_the_reason() {
    hub.answering("Connectors.pause(smartsheet, why)", "a")
        .answering("Connectors.resume(smartsheet, why)", "b")
        .answering("Connectors.pollNow(smartsheet, why)", "c")
        .answering("Connectors.resetCheckpoint(smartsheet, 4711, start, why)", "d");

    assertThat(run("pause", "smartsheet", "--reason", "why")).isZero();
    assertThat(run("resume", "smartsheet", "--reason", "why")).isZero();
    assertThat(run("poll", "smartsheet", "--reason", "why")).isZero();
    assertThat(run("reset", "smartsheet", "4711", "--to", "start", "--reason", "why")).isZero();

    assertThat(out.toString().lines()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void without_a_reason_or_a_system_nobody_is_asked() {
    assertThat(run("pause", "smartsheet")).isEqualTo(2);
    assertThat(run("pause", "--reason", "why")).isEqualTo(2);
    assertThat(run("reset", "smartsheet", "4711", "--reason", "why")).isEqualTo(2);
    assertThat(run("list", "--acts", "--sources", "salesforce")).isEqualTo(2);

    assertThat(hub.asked).isEmpty();
    assertThat(err.toString()).contains("--reason", "hub connector pause --help");
  }

  @Test
  void what_the_hub_refuses_ends_with_2_in_its_words() {
    hub.answering(
        "Connectors.resume(smartsheet, why)",
        new CommandFailure(ExitCode.WRONG_INPUT, "smartsheet is not paused."));

    assertThat(run("resume", "smartsheet", "--reason", "why")).isEqualTo(2);
    assertThat(err.toString()).contains("hub: smartsheet is not paused.");
    assertThat(hub.closed).isTrue();
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("connector"));
    all.addAll(List.of(args));
    all.addAll(List.of("--data-dir", "d"));
    return HubCommandLine.of(List.of(ConnectorCommand.with(hub)), List.of(), Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
