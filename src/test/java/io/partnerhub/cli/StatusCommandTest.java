package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.ops.ChangeCounts;
import io.partnerhub.ops.Status;
import io.partnerhub.ops.jmx.Opened;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private static final Status STATUS =
      new Status(
          "partner-hub",
          NOON,
          List.of(
              new Status.OfSystem(
                  "salesforce", true, null, null, 1_200L, 98_800L, 100_000L, 86_400L, 15_000L),
              new Status.OfSystem(
                  "smartsheet", false, "no answer", NOON, null, null, null, null, null)),
          List.of(
              new Status.OfCopies(
                  "partner", "salesforce", 1_091, 2, 0, 3, 0, 0, 0, NOON.minusSeconds(600))),
          3,
          NOON.minusSeconds(7_200),
          List.of(new Status.Untold("mail", 2, NOON, "Connection refused")),
          List.of(
              new Status.AtDoor("", "refused", 404, "nobody has its path", 7, NOON),
              new Status.AtDoor("smartsheet", "admitted", 200, "", 1_234, NOON)));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeHub hub = new FakeHub().answering("Sync.Status", Opened.of(STATUS));

  @Test
  void it_shows_systems_and_copies_in_tables() {
    assertThat(run("status", "--data-dir", "d")).isZero();

    assertThat(out.toString())
        .containsPattern(
            "salesforce +yes +1,200 of 100,000 +98,800, the hub's share is 15,000 +24 h")
        .containsPattern("smartsheet +no, called again at 2026-01-31 .*: no answer +not known yet")
        .containsPattern("2 messages by mail .* tried again at 2026-01-31 .*: Connection refused")
        .containsPattern("partner +salesforce +1,091 +2 +0 +3 +0 +0 +0 +10 min")
        .contains("Dead letters: 3, the oldest for 2 h. See: hub dlq list");
    assertThat(hub.place).isEqualTo(new HubDoor.OfDataDir(Path.of("d")));
    assertThat(hub.closed).isTrue();
  }

  @Test
  void changes_are_shown_with_what_became_of_them() {
    hub.answering(
        "Sync.Changes",
        Opened.of(
            new ChangeCounts(
                NOON,
                List.of(
                    new ChangeCounts.ToSystem(
                        "partner", "smartsheet", 36, 8, 7, 6, 5, 4, 3, 2, 1, 0)))));

    assertThat(run("status", "--changes", "--data-dir", "d")).isZero();

    assertThat(out.toString())
        .contains("Changes observed since 2026-01-31")
        .containsPattern("Type +Target +Observed +Written .*Dead lettered +Discarded +Lost")
        .containsPattern("partner +smartsheet +36 +8 +7 +6 +5 +4 +3 +2 +1 +0");
  }

  @Test
  void json_has_the_same_with_instants_as_text_and_tables_as_arrays() {
    assertThat(run("status", "--json", "--jmx", "127.0.0.1:9999")).isZero();

    assertThat(out.toString())
        .contains("\"at\" : \"2026-01-31T12:00:00Z\"", "\"copies\" : [ {", "\"inSync\" : 1091")
        .doesNotContain("\"row\"");
    assertThat(hub.place).isEqualTo(new HubDoor.OfAddress("127.0.0.1:9999"));
  }

  @Test
  void two_places_at_once_are_wrong_arguments() {
    assertThat(run("status", "--data-dir", "d", "--jmx", "127.0.0.1:9999")).isEqualTo(2);
    assertThat(err.toString()).contains("mutually exclusive");
  }

  @Test
  void it_shows_what_came_of_what_systems_told() {
    assertThat(run("status", "--data-dir", "d")).isZero();

    assertThat(out.toString().lines())
        .anyMatch(
            l -> l.matches("nobody known +refused +404 +7 +2026-01-31 .* nobody has its path"))
        .anyMatch(l -> l.matches("smartsheet +admitted +200 +1,234 +2026-01-31 .*"));
  }

  @Test
  void before_the_first_call_the_share_alone_is_known() {
    Status early =
        new Status(
            "partner-hub",
            NOON,
            List.of(
                new Status.OfSystem(
                    "salesforce", true, null, null, null, null, null, null, 15_000L)),
            List.of(),
            0,
            null,
            List.of(),
            List.of());
    hub.answering("Sync.Status", Opened.of(early));

    assertThat(run("status", "--data-dir", "d")).isZero();

    assertThat(out.toString())
        .containsPattern("salesforce +yes +not known yet +the hub's share is 15,000");
  }

  private int run(String... args) {
    return HubCommandLine.of(List.of(new StatusCommand(hub)), List.of(), Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
