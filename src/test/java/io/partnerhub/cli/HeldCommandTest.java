package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.ops.HeldItem;
import io.partnerhub.ops.jmx.Opened;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldCommandTest {

  private static final HeldItem STATUS =
      new HeldItem(
          "field",
          "partner",
          "ALFKI",
          17L,
          "status",
          null,
          "Active",
          "salesforce: \"Paused\"",
          Instant.parse("2026-01-31T12:00:00Z"),
          "differs between two systems");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeHub hub = new FakeHub();

  @Test
  void list_tells_what_is_held_why_and_what_is_wanted() {
    hub.answering("Held.list()", Opened.table(List.of(STATUS), HeldItem.class));

    assertThat(run("held", "list", "--data-dir", "d")).isZero();

    assertThat(out.toString())
        .contains(
            "partner ALFKI, record #17: status, since 2026-01-31",
            "  differs between two systems",
            "  agreed: \"Active\"; wanted in salesforce: \"Paused\"");
  }

  @Test
  void what_was_typed_elsewhere_neither_commands_the_terminal_nor_forges_a_line() {
    HeldItem typed =
        new HeldItem(
            "field",
            "partner",
            "AL\u001b]0;x\u0007",
            17L,
            "status",
            null,
            "1\u001b[2J",
            "smartsheet: \"1\u009b2J\u202e\"",
            null,
            "differs\npartner ANATR, record #18: status");
    hub.answering("Held.list()", Opened.table(List.of(typed), HeldItem.class));

    assertThat(run("held", "list", "--data-dir", "d")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "partner AL\\x1b]0;x\\x07, record #17: status",
            "  differs\\npartner ANATR, record #18: status",
            "  agreed: \"1\\x1b[2J\"; wanted in smartsheet: \"1\\x9b2J\\u202e\"");
  }

  @Test
  void json_for_scripts_commands_no_terminal_either_and_says_the_same() throws Exception {
    String typed = "1\u001b[2J \u009b2J \u202e \u007f \u00fc";
    hub.answering("Held.choose(partner, ALFKI, status, agreed, why)", typed);

    assertThat(choose("--agreed", "--reason", "why", "--json")).isZero();

    assertThat(out.toString().strip())
        .isEqualTo("\"1\\u001B[2J \\u009b2J \\u202e \\u007f \u00fc\"");
    assertThat(new ObjectMapper().readValue(out.toString(), String.class)).isEqualTo(typed);
  }

  @Test
  void a_refusal_that_names_what_was_typed_commands_no_terminal() {
    hub.answering(
        "Held.show(partner, ALFKI)",
        new CommandFailure(ExitCode.WRONG_INPUT, "There is no \"\u001b[2J\".\nLook again."));

    assertThat(run("held", "show", "partner", "ALFKI", "--data-dir", "d")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("hub: There is no \"\\x1b[2J\".", "Look again.");
  }

  @Test
  void a_list_that_stops_at_a_thousand_records_says_that_there_may_be_more() {
    List<HeldItem> items = new ArrayList<>();
    for (long record = 1; record <= 1_000; record++) {
      items.add(
          new HeldItem("copy", "order", "O", null, null, "salesforce", null, null, null, "x"));
      items.add(held("partner", record, "status"));
      items.add(held("partner", record, "phone"));
    }
    items.add(held("order", 7L, "status"));
    hub.answering("Held.list()", Opened.table(items, HeldItem.class));

    assertThat(run("held", "list", "--data-dir", "d")).isZero();

    assertThat(out.toString().lines().filter(line -> line.startsWith("There may be more")))
        .containsExactly(
            "There may be more copies of no record of the type order than these: decide some first.",
            "There may be more held fields of the type partner than these: decide some first.");
  }

  private static HeldItem held(String type, long record, String field) {
    return new HeldItem(
        "field", type, "ALFKI", record, field, null, "a", "salesforce: \"b\"", null, "differs");
  }

  @Test
  void nothing_held_is_said_and_is_an_empty_array_for_scripts() {
    hub.answering("Held.list(partner)", Opened.table(List.of(), HeldItem.class));

    assertThat(run("held", "list", "partner", "--data-dir", "d")).isZero();
    assertThat(out.toString()).contains("Nothing is held.");
    assertThat(run("held", "list", "partner", "--data-dir", "d", "--json")).isZero();
    assertThat(out.toString()).contains("[ ]");
  }

  @Test
  void show_tells_what_is_held_of_one_record() {
    hub.answering("Held.show(partner, ALFKI)", Opened.table(List.of(STATUS), HeldItem.class));

    assertThat(run("held", "show", "partner", "ALFKI", "--data-dir", "d")).isZero();

    assertThat(out.toString())
        .contains(
            "partner ALFKI, record #17: status, since 2026-01-31",
            "  agreed: \"Active\"; wanted in salesforce: \"Paused\"");
  }

  @Test
  void choose_passes_the_choice_and_the_reason() {
    hub.answering("Held.choose(partner, ALFKI, status, salesforce, as Pat said)", "a")
        .answering("Held.choose(partner, ALFKI, status, agreed, why)", "b")
        .answering("Held.choose(partner, ALFKI, status, =, why)", "c");

    assertThat(choose("--from", "salesforce", "--reason", "as Pat said")).isZero();
    assertThat(choose("--agreed", "--reason", "why")).isZero();
    assertThat(choose("--value", "", "--reason", "why")).isZero();

    assertThat(out.toString().lines()).containsExactly("a", "b", "c");
  }

  @Test
  void choose_without_a_reason_or_with_two_choices_asks_nobody() {
    assertThat(choose("--agreed")).isEqualTo(2);
    assertThat(choose("--agreed", "--from", "salesforce", "--reason", "why")).isEqualTo(2);
    assertThat(choose("--reason", "why")).isEqualTo(2);

    assertThat(hub.asked).isEmpty();
    assertThat(err.toString()).contains("--reason", "hub held choose --help");
  }

  @Test
  void what_the_hub_refuses_ends_with_2_in_its_words() {
    hub.answering(
        "Held.show(partner, ALFKY)",
        new CommandFailure(ExitCode.WRONG_INPUT, "There is no partner \"ALFKY\"."));

    assertThat(run("held", "show", "partner", "ALFKY", "--data-dir", "d")).isEqualTo(2);
    assertThat(err.toString()).contains("hub: There is no partner \"ALFKY\".");
    assertThat(hub.closed).isTrue();
  }

  @Test
  void decide_passes_the_verdict() {
    hub.answering("Held.decide(partner, smartsheet, , put-back, sorted)", "done");

    assertThat(
            run(
                "held",
                "decide",
                "partner",
                "smartsheet",
                "--put-back",
                "--reason",
                "sorted",
                "--data-dir",
                "d"))
        .isZero();
  }

  @Test
  void completion_knows_the_commands_below_it() {
    assertThat(run("completion")).isZero();
    assertThat(out.toString()).contains("choose", "--reason", "--put-back");
  }

  private int choose(String... more) {
    List<String> args =
        new ArrayList<>(List.of("held", "choose", "partner", "ALFKI", "status", "--data-dir", "d"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    return HubCommandLine.of(List.of(HeldCommand.with(hub)), List.of(), Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
