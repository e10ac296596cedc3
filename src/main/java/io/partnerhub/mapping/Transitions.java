package io.partnerhub.mapping;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps that a status may take.
 *
 * @param next the values that follow each value in one step
 */
public record Transitions(Map<String, Set<String>> next) {

  private static final Pattern ARROW = Pattern.compile("\\s*(<->|->)\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /**
   * Reads chains such as {@code Requested -> Provisioned}, {@code Activated <-> Suspended} and
   * {@code Requested, Provisioned -> Cancelled}.
   */
  static Transitions of(List<String> chains) {
    Map<String, Set<String>> next = new LinkedHashMap<>();
    chains.forEach(chain -> read(chain, next));
    return new Transitions(Collections.unmodifiableMap(next));
  }

  private static void read(String chain, Map<String, Set<String>> next) {
    Matcher arrow = ARROW.matcher(chain);
    int end = 0;
    Set<String> from = null;
    boolean back = false;
    while (arrow.find()) {
      Set<String> values = values(chain.substring(end, arrow.start()));
      link(from, values, back, next);
      from = values;
      back = arrow.group(1).equals("<->");
      end = arrow.end();
    }
    link(from, values(chain.substring(end)), back, next);
  }

  private static void link(
      Set<String> from, Set<String> to, boolean back, Map<String, Set<String>> next) {
    to.forEach(value -> next.computeIfAbsent(value, v -> new LinkedHashSet<>()));
    if (from != null) {
      from.forEach(value -> next.get(value).addAll(to));
      if (back) {
        to.forEach(value -> next.get(value).addAll(from));
      }
    }
  }

  /** The values between two arrows. */
  private static Set<String> values(String text) {
    Set<String> values = new LinkedHashSet<>();
    for (String value : COMMA.split(text, -1)) {
      values.add(NativeText.tidy(value));
    }
    return values;
  }

  /** Every value that a step begins or ends with. */
  public Set<String> values() {
    return next.keySet();
  }

  /** Whether steps lead from one value to another; none are needed to the same one. */
  public boolean reaches(String from, String to) {
    Set<String> seen = new LinkedHashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String following : next.getOrDefault(open.poll(), Set.of())) {
        if (seen.add(following)) {
          open.add(following);
        }
      }
    }
    return seen.contains(to);
  }
}
