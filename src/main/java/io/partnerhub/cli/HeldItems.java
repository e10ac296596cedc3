package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.Date;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What is held, as it is printed. */
final class HeldItems {

  private HeldItems() {}

  static void print(TabularData items, PrintWriter out) {
    if (items.isEmpty()) {
      out.println("Nothing is held.");
    } else {
      Rows.of(items).forEach(item -> print(item, out));
    }
  }

  private static void print(CompositeData item, PrintWriter out) {
    Object since = item.get("since");
    out.println(
        "%s%s"
            .formatted(headline(item), since == null ? "" : ", since " + Shown.time((Date) since)));
    out.println("  " + item.get("sentence"));
    if ("field".equals(item.get("what"))) {
      out.println(
          "  agreed: %s; wanted in %s"
              .formatted(
                  item.get("agreed") == null ? "empty" : "\"" + item.get("agreed") + "\"",
                  item.get("wanted")));
    }
  }

  private static String headline(CompositeData item) {
    String record =
        "%s %s"
            .formatted(
                item.get("type"), item.get("key") == null ? "without a key" : item.get("key"));
    return switch ((String) item.get("what")) {
      case "field" -> "%s, record #%s: %s".formatted(record, item.get("record"), item.get("field"));
      case "copy" -> "%s: a copy in %s".formatted(record, item.get("system"));
      case "key" -> record + ": a key of several records";
      default -> "%s: stopped in %s".formatted(item.get("type"), item.get("system"));
    };
  }
}
