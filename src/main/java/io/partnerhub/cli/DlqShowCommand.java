package io.partnerhub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Date;
import javax.management.openmbean.CompositeData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows a dead letter: what was sent, what came back, its tries, and who can mend it.")
final class DlqShowCommand extends RunningHubCommand<CompositeData> {

  @Mixin private LetterParameter letter;

  DlqShowCommand(HubDoor door) {
    super(door);
  }

  @Override
  CompositeData ask(RunningHub running) {
    return (CompositeData) running.invoke(DlqCommand.MBEAN, "get", letter.id());
  }

  @Override
  void print(CompositeData details, PrintWriter out) {
    CompositeData about = (CompositeData) details.get("letter");
    out.println(
        "Dead letter %s, %s: %s (record #%s) in %s"
            .formatted(
                about.get("id"),
                about.get("state"),
                DlqListCommand.record(about),
                about.get("record"),
                about.get("system")));
    out.println("  " + about.get("sentence"));
    Table facts = new Table().row("", "");
    facts.row("  class", "%s (%s)".formatted(about.get("reasonClass"), about.get("code")));
    facts.row("  who can mend it", about.get("mender"));
    facts.row("  assigned to", or(about.get("assignedTo"), "nobody"));
    facts.row("  in the queue", age(about));
    facts.row("  tries", tries(about, details));
    facts.row("  what was tried", tried(details));
    facts.row("  answer", or(details.get("answer"), "as above"));
    facts.row("  mapping", details.get("mappingVersion"));
    facts.lines().stream().skip(1).forEach(out::println);
    sent(details, out);
    story(details, out);
  }

  private static void sent(CompositeData details, PrintWriter out) {
    Table sent = new Table().row("", "");
    for (CompositeData value : Rows.of(details, "sent")) {
      sent.row("    " + value.get("field"), or(value.get("value"), "(empty)"));
    }
    sent.lines().stream().skip(1).findFirst().ifPresent(first -> out.println("  sent:"));
    sent.lines().stream().skip(1).forEach(out::println);
  }

  private static void story(CompositeData details, PrintWriter out) {
    Table story = new Table().row("", "", "");
    for (CompositeData step : Rows.of(details, "story")) {
      story.row(
          "    " + Shown.time((Date) step.get("at")), step.get("event"), or(step.get("note"), ""));
    }
    story.lines().stream().skip(1).findFirst().ifPresent(first -> out.println("  story:"));
    story.lines().stream().skip(1).forEach(out::println);
  }

  private static String age(CompositeData about) {
    return "%s, since %s"
        .formatted(
            Shown.duration(Duration.ofSeconds((Long) about.get("ageSeconds"))),
            Shown.time((Date) about.get("since")));
  }

  private static String tries(CompositeData about, CompositeData details) {
    return "%s, from %s to %s"
        .formatted(
            about.get("attempts"),
            Shown.time((Date) details.get("firstAt")),
            Shown.time((Date) details.get("lastAt")));
  }

  private static String tried(CompositeData details) {
    if (details.get("action") == null) {
      return "nothing could be tried";
    }
    return "%s in %s%s"
        .formatted(
            details.get("action"),
            details.get("location"),
            details.get("nativeId") == null ? "" : ", copy " + details.get("nativeId"));
  }

  private static Object or(Object value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
