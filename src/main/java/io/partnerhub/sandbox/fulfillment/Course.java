package io.partnerhub.sandbox.fulfillment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statuses that a record can have, in their order, and the moves between them. */
final class Course {

  static final Course ORDER =
      new Course(
          List.of("draft", "ready", "accepted", "picked", "shipped", "delivered", "closed"),
          Set.of("draft", "ready", "accepted", "picked"));

  static final Course ACTIVATION =
      new Course(
          List.of("requested", "provisioned", "shipped", "delivered", "activated", "suspended"),
          Set.of("requested", "provisioned", "shipped", "delivered", "activated", "suspended"));

  static final String CANCELLED = "cancelled";

  private final List<String> line;
  private final Map<String, Set<String>> moves = new LinkedHashMap<>();

  private Course(List<String> line, Set<String> cancellable) {
    this.line = line;
    for (int i = 0; i < line.size(); i++) {
      Set<String> next = new HashSet<>();
      if (i + 1 < line.size()) {
        next.add(line.get(i + 1));
      }
      if (cancellable.contains(line.get(i))) {
        next.add(CANCELLED);
      }
      moves.put(line.get(i), next);
    }
    if (moves.containsKey("suspended")) {
      moves.get("suspended").add("activated");
    }
    moves.put(CANCELLED, Set.of());
  }

  /** Whether one or more moves lead from one status to another, or they are the same. */
  boolean leads(String from, String to) {
    Set<String> reached = new HashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String next : moves.get(open.remove())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached.contains(to);
  }

  /** Whether steps along the line lead from one status to another, or they are the same. */
  boolean leadsAlong(String from, String to) {
    return line.contains(from) && line.indexOf(to) >= line.indexOf(from);
  }

  /** The status that follows on the line; empty at its end and off it. */
  Optional<String> after(String status) {
    int at = line.indexOf(status);
    return at < 0 || at + 1 == line.size() ? Optional.empty() : Optional.of(line.get(at + 1));
  }
}
