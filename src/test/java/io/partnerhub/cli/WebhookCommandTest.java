package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.ops.WebhookRow;
import io.partnerhub.ops.jmx.Opened;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeHub hub = new FakeHub();

  @Test
  void rotate_passes_the_reason_and_prints_what_was_done() {
    hub.answering("Webhooks.rotate(somebody left)", "Webhooks that sign by another secret: 3");

    assertThat(run("rotate", "--reason", "somebody left")).isZero();

    assertThat(out.toString().lines()).containsExactly("Webhooks that sign by another secret: 3");
  }

  @Test
  void rotate_without_a_reason_asks_nobody() {
    assertThat(run("rotate")).isEqualTo(2);

    assertThat(hub.asked).isEmpty();
    assertThat(err.toString()).contains("--reason", "hub webhook rotate --help");
  }

  @Test
  void list_tells_sheet_status_and_the_age_of_the_secret() {
    Instant since = Instant.parse("2026-01-31T12:00:00Z");
    hub.answering(
        "Webhooks.Webhooks",
        Opened.table(List.of(new WebhookRow("4711", "17", "ENABLED", since)), WebhookRow.class));

    assertThat(run("list")).isZero();

    assertThat(out.toString()).containsPattern("4711 +17 +ENABLED +2026-01-31");
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("webhook"));
    all.addAll(List.of(args));
    all.addAll(List.of("--data-dir", "d"));
    return HubCommandLine.of(List.of(WebhookCommand.with(hub)), List.of(), Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
