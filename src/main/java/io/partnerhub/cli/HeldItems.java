package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What is held, as it is printed. */
final class HeldItems {

  /** So many of a kind and type a hub tells at once; of fields, those of so many records. */
  private static final int MOST = 1_000;

  private HeldItems() {}

  static void print(TabularData items, PrintWriter out) {
    if (items.isEmpty()) {
      out.println("Nothing is held.");
    } else {
      Rows.of(items).forEach(item -> print(item, out));
      cut(items).forEach(out::println);
    }
  }

  /** A sentence for each kind and type of which the hub may hold more than it told. */
  private static List<String> cut(TabularData items) {
    Map<String, Set<Object>> told = new TreeMap<>();
    for (CompositeData item : Rows.of(items)) {
      Object record = item.get("record");
      told.computeIfAbsent(kind(item), kind -> new HashSet<>())
          .add(record == null ? item.get(Rows.NUMBER) : record);
    }
    return told.entrySet().stream()
        .filter(kind -> kind.getValue().size() >= MOST)
        .map(kind -> "There may be more %s than these: decide some first.".formatted(kind.getKey()))
        .toList();
  }

  private static String kind(CompositeData item) {
    return switch ((String) item.get("what")) {
      case "field" -> "held fields of the type " + item.get("type");
      case "copy" -> "copies of no record of the type " + item.get("type");
      case "key" -> "keys of several records of the type " + item.get("type");
      default -> "stops of the type " + item.get("type");
    };
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
