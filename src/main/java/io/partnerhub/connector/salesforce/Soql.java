package io.partnerhub.connector.salesforce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Text of queries: literals escaped, lists cut where the address would become too long. */
final class Soql {

  /** Salesforce refuses a URI of more than 16,384 bytes (414); the host's name counts too. */
  static final int MAX_URI = 16_000;

  private Soql() {}

  static String select(Collection<String> fields, String object) {
    return "SELECT " + String.join(",", fields) + " FROM " + object;
  }

  /** A date and time; SOQL ignores fractions of a second. */
  static String literal(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String literal(String text) {
    StringBuilder literal = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> literal.append("\\\\");
        case '\'' -> literal.append("\\'");
        case '"' -> literal.append("\\\"");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        case '\b' -> literal.append("\\b");
        case '\f' -> literal.append("\\f");
        default -> literal.append(c);
      }
    }
    return literal.append('\'').toString();
  }

  /** The address of a query. */
  static String path(String resource, String soql) {
    return resource + "?q=" + encode(soql);
  }

  /** Queries {@code start WHERE field IN (…)} whose addresses are short enough. */
  static List<String> in(String resource, String start, String field, Collection<String> values) {
    List<String> paths = new ArrayList<>();
    String head = path(resource, start + " WHERE " + field + " IN (");
    StringBuilder list = new StringBuilder();
    for (String value : values) {
      String item = encode((list.isEmpty() ? "" : ",") + literal(value));
      if (!list.isEmpty() && head.length() + list.length() + item.length() + 3 > MAX_URI) {
        paths.add(head + list + encode(")"));
        list.setLength(0);
        item = encode(literal(value));
      }
      list.append(item);
    }
    if (!list.isEmpty()) {
      paths.add(head + list + encode(")"));
    }
    return paths;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
