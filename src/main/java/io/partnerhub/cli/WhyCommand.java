package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.Date;
import java.util.List;
import javax.management.openmbean.CompositeData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Explains why a record has its values: where each came from, who saved it there, the rule"
          + " that accepted it, how every system got it and what it answered.",
      "What was refused, held or late on the way is told too. It asks a running hub, not the"
          + " systems."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub why partner ALFKI           every field of the partner with the key ALFKI",
      "  hub why partner ALFKI phone     one field",
      "  hub why partner '#17' --json    by the hub's own number, for scripts",
    })
public final class WhyCommand extends RunningHubCommand<CompositeData> {

  @Mixin private RecordParameters record;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "FIELD",
      description = "One field, as the mapping names it; default: all.")
  private String field;

  public WhyCommand(HubDoor door) {
    super(door);
  }

  @Override
  CompositeData ask(RunningHub running) {
    return (CompositeData)
        running.invoke("Sync", "why", record.type(), record.key(), field == null ? "" : field);
  }

  @Override
  void print(CompositeData answer, PrintWriter out) {
    out.println(
        "%s %s, record #%s"
            .formatted(
                answer.get("type"),
                answer.get("key") == null ? "without a key" : answer.get("key"),
                answer.get("record")));
    Table copies = new Table().row("", "", "");
    for (CompositeData copy : Rows.of(answer, "copies")) {
      Object id = copy.get("nativeId") == null ? "not there" : copy.get("nativeId");
      copies.row("  " + copy.get("system"), id, copy.get("sentence"));
    }
    copies.lines().stream().skip(1).forEach(out::println);
    List<CompositeData> steps = Rows.of(answer, "steps");
    for (CompositeData field : Rows.of(answer, "fields")) {
      print(field, stepsOf(field, steps), out);
    }
  }

  private static List<CompositeData> stepsOf(CompositeData field, List<CompositeData> steps) {
    return steps.stream().filter(s -> s.get("field").equals(field.get("field"))).toList();
  }

  private static void print(CompositeData field, List<CompositeData> steps, PrintWriter out) {
    out.println();
    if ("".equals(field.get("field"))) {
      out.println("the record as a whole");
    } else {
      out.println("%s: %s".formatted(field.get("field"), value(field)));
    }
    Table table = new Table().row("", "", "");
    for (CompositeData step : steps) {
      Object at = step.get("at");
      table.row(
          "  " + (at == null ? "now" : Shown.time((Date) at)),
          step.get("system"),
          step.get("sentence") + saved(field, step));
    }
    table.lines().stream().skip(1).forEach(out::println);
  }

  private static String value(CompositeData field) {
    Object value = field.get("value");
    String shown = value == null ? "empty" : "\"" + value + "\"";
    String nobody = field.get("system") == null && value == null ? ", nobody has set it" : "";
    return shown + nobody + ((Boolean) field.get("held") ? ", held until somebody chooses" : "");
  }

  private static String saved(CompositeData field, CompositeData step) {
    Object savedAt = field.get("savedAt");
    return "SOURCE".equals(step.get("kind")) && savedAt != null
        ? "; saved there at " + Shown.time((Date) savedAt)
        : "";
  }
}
