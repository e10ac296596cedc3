package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.ops.LetterDetails;
import io.partnerhub.ops.LetterForecast;
import io.partnerhub.ops.LetterItem;
import io.partnerhub.ops.ReplayJob;
import io.partnerhub.ops.jmx.Opened;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DlqCommandTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private static final LetterItem LETTER =
      new LetterItem(
          17,
          "partner",
          "ALFKI",
          4,
          "salesforce",
          "value",
          "STRING_TOO_LONG",
          "Salesforce refused Phone: longer than 40 characters",
          "the record's owner",
          "open",
          1,
          NOON,
          7_300,
          null);

  private static final LetterDetails DETAILS =
      new LetterDetails(
          LETTER,
          "update",
          "Account",
          "001A",
          List.of(new LetterDetails.Sent("Phone", "0123"), new LetterDetails.Sent("Fax", null)),
          "data value too large",
          List.of(new LetterDetails.Happened(NOON, "rejected", 8, "STRING_TOO_LONG: too long")),
          NOON,
          NOON,
          "abc1",
          null);

  private static final ReplayJob JOB =
      new ReplayJob(
          3,
          "running",
          "class=value",
          50,
          5,
          "ann",
          "back",
          1_200,
          10,
          900,
          40,
          250,
          null,
          NOON,
          null,
          null);

  private static final ReplayJob INTERRUPTED =
      new ReplayJob(
          4,
          "interrupted",
          "",
          50,
          5,
          "ann",
          "back",
          20,
          0,
          15,
          0,
          5,
          1_230,
          NOON,
          NOON,
          "its hub was stopped");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeHub hub = new FakeHub();

  @Test
  void list_tells_what_failed_where_why_and_for_how_long() {
    hub.answering(
        "DeadLetters.list(class=value key=\"A B\", 100)",
        Opened.table(List.of(LETTER), LetterItem.class));

    assertThat(run("list", "class=value", "key=A B")).isZero();

    assertThat(out.toString())
        .containsPattern(
            "17 +partner ALFKI +salesforce +value +STRING_TOO_LONG +2 h +open +Salesforce refused");
  }

  @Test
  void an_empty_queue_is_said_and_is_an_empty_array_for_scripts() {
    hub.answering("DeadLetters.list(, 5)", Opened.table(List.of(), LetterItem.class));

    assertThat(run("list", "--limit", "5")).isZero();
    assertThat(out.toString()).contains("No dead letter.");
    assertThat(run("list", "--limit", "5", "--json")).isZero();
    assertThat(out.toString()).contains("[ ]");
  }

  @Test
  void show_tells_all_that_is_known() {
    hub.answering("DeadLetters.get(17)", Opened.of(DETAILS));

    assertThat(run("show", "17")).isZero();

    assertThat(out.toString())
        .contains("Dead letter 17, open: partner ALFKI (record #4) in salesforce", "longer than 40")
        .containsPattern("who can mend it +the record's owner")
        .containsPattern("what was tried +update in Account, copy 001A")
        .containsPattern("Phone +0123")
        .containsPattern("Fax +\\(empty\\)")
        .containsPattern("rejected +STRING_TOO_LONG: too long");
  }

  @Test
  void acts_pass_the_reason_and_print_what_was_done() {
    hub.answering("DeadLetters.replay(17, longer now)", "a")
        .answering("DeadLetters.discard(17, a test)", "b")
        .answering("DeadLetters.restore(17, no test)", "c")
        .answering("DeadLetters.assign(17, anna)", "d")
        .answering("DeadLetters.assign(17, )", "e");

    assertThat(run("replay", "17", "--reason", "longer now")).isZero();
    assertThat(run("discard", "17", "--reason", "a test")).isZero();
    assertThat(run("restore", "17", "--reason", "no test", "--json")).isZero();
    assertThat(run("assign", "17", "anna")).isZero();
    assertThat(run("assign", "17")).isZero();

    assertThat(out.toString().lines()).containsExactly("a", "b", "\"c\"", "d", "e");
  }

  @Test
  void a_bulk_replay_is_told_with_its_job() {
    Object job = Opened.of(JOB);
    hub.answering("DeadLetters.replayMatching(class=value type=order, 50, 5, back)", job)
        .answering("DeadLetters.replayAll(back)", job)
        .answering("DeadLetters.job(3)", job)
        .answering("DeadLetters.cancel(3)", job)
        .answering("DeadLetters.Jobs", Opened.table(List.of(JOB), ReplayJob.class));

    assertThat(
            run(
                "replay",
                "class=value",
                "type=order",
                "--max",
                "50",
                "--per-second",
                "5",
                "--reason",
                "back"))
        .isZero();
    assertThat(out.toString())
        .contains("Job 3, running: class=value, begun by ann", "hub dlq job 3")
        .contains("taken 1,200: written 900, failed again 40, under way 250, not tried 10");
    assertThat(run("replay", "--all", "--reason", "back")).isZero();
    assertThat(run("job", "3")).isZero();
    assertThat(run("job")).isZero();
    assertThat(run("cancel", "3")).isZero();
    assertThat(run("replay", "17", "--all", "--reason", "back")).isEqualTo(2);
    assertThat(run("replay", "--reason", "back")).isEqualTo(2);
  }

  @Test
  void bounds_of_a_replay_hold_for_the_whole_queue_too_and_are_refused_for_one_letter() {
    Object job = Opened.of(JOB);
    hub.answering("DeadLetters.replayAllAtMost(5, 20, back)", job)
        .answering("DeadLetters.replayAllAtMost(2147483647, 1, back)", job)
        .answering("DeadLetters.replayMatching(class=value, 1000, 1, back)", job);

    assertThat(run("replay", "--all", "--max", "5", "--reason", "back")).isZero();
    assertThat(run("replay", "--all", "--per-second", "1", "--reason", "back")).isZero();
    assertThat(run("replay", "class=value", "--per-second", "1", "--reason", "back")).isZero();
    assertThat(run("replay", "17", "--max", "5", "--reason", "back")).isEqualTo(2);
    assertThat(err.toString()).contains("--max and --per-second are for several letters");
  }

  @Test
  void a_job_that_was_interrupted_says_how_many_letters_it_did_not_reach() {
    hub.answering("DeadLetters.job(4)", Opened.of(INTERRUPTED));

    assertThat(run("job", "4")).isZero();

    assertThat(out.toString())
        .contains("Job 4, interrupted (its hub was stopped): the whole queue")
        .contains("under way 5")
        .contains("1,230 letters were not reached");
  }

  @Test
  void simulate_tells_each_verdict_and_counts_them() {
    LetterForecast fails =
        new LetterForecast(
            17, "partner", "ALFKI", 4, "salesforce", "still fails", "the same values");
    hub.answering(
        "DeadLetters.simulate(class=value)", Opened.table(List.of(fails), LetterForecast.class));

    assertThat(run("simulate", "class=value")).isZero();

    assertThat(out.toString())
        .containsPattern("17 +partner ALFKI +salesforce +still fails +the same values")
        .contains("still fails: 1");
  }

  @Test
  void simulate_says_that_it_judged_the_first_thousand_alone() {
    LetterForecast one =
        new LetterForecast(17, "partner", "ALFKI", 4, "salesforce", "still fails", "the same");
    hub.answering(
        "DeadLetters.simulate()",
        Opened.table(Collections.nCopies(1_000, one), LetterForecast.class));

    assertThat(run("simulate")).isZero();

    assertThat(out.toString().lines())
        .endsWith(
            "Of the first 1,000, still fails: 1,000",
            "There may be more: ask with a narrower filter.");
  }

  @Test
  void edit_passes_fields_as_a_merge_patch_and_a_patch_as_it_is() {
    hub.answering("DeadLetters.editAndReplay(17, {\"phone\":\"030 1\",\"fax\":\"\"}, slip)", "a")
        .answering("DeadLetters.editAndReplay(17, [], slip)", "b");

    assertThat(run("edit", "17", "phone=030 1", "fax=", "--reason", "slip")).isZero();
    assertThat(run("edit", "17", "--patch", "[]", "--reason", "slip")).isZero();
    assertThat(run("edit", "17", "--reason", "slip")).isEqualTo(2);

    assertThat(out.toString().lines()).containsExactly("a", "b");
  }

  @Test
  void without_a_reason_or_a_number_nobody_is_asked() {
    assertThat(run("replay", "17")).isEqualTo(2);
    assertThat(run("discard", "seventeen", "--reason", "why")).isEqualTo(2);

    assertThat(hub.asked).isEmpty();
    assertThat(err.toString()).contains("--reason", "'seventeen' is not a long");
  }

  @Test
  void what_the_hub_refuses_ends_with_2_in_its_words() {
    hub.answering(
        "DeadLetters.get(4)",
        new CommandFailure(ExitCode.WRONG_INPUT, "There is no dead letter 4"));

    assertThat(run("show", "4")).isEqualTo(2);
    assertThat(err.toString()).contains("hub: There is no dead letter 4");
  }

  private int run(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "dlq";
    System.arraycopy(args, 0, all, 1, args.length);
    all[all.length - 2] = "--data-dir";
    all[all.length - 1] = "d";
    return HubCommandLine.of(List.of(DlqCommand.with(hub)), List.of(), Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
