package io.partnerhub.sync.merge;

import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Replica;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a set of choices may have held before an edit of it. Canonical sets are sorted and joined by
 * semicolons.
 *
 * @param any choices that were there, or may have been put there by a call of unknown end
 * @param all choices that certainly were there
 */
record Members(Set<String> any, Set<String> all) {

  private static final String SEPARATOR = ";";

  /**
   * @param shown what the system was last known to show; null for nothing
   * @param ours attempts of unknown end: what they sent is nobody's addition
   */
  static Members between(String shown, List<Attempt> ours, String field) {
    Set<String> any = of(shown);
    Set<String> all = of(shown);
    for (Attempt attempt : ours) {
      Set<String> sent = of(attempt.values().get(field));
      any.addAll(sent);
      all.retainAll(sent);
    }
    return new Members(any, all);
  }

  /** What an edit added is added to the agreed set, what it removed is removed. */
  String applied(String edited, String agreed) {
    Set<String> now = of(edited);
    Set<String> added = new LinkedHashSet<>(now);
    added.removeAll(any);
    Set<String> removed = new LinkedHashSet<>(all);
    removed.removeAll(now);
    Set<String> result = of(agreed);
    result.addAll(added);
    result.removeAll(removed);
    return result.isEmpty() ? null : String.join(SEPARATOR, result);
  }

  /** An agreed set without the choices that only one copy holds. */
  static String without(String agreed, String shown, List<Replica> others, String field) {
    Set<String> only = of(shown);
    others.forEach(other -> only.removeAll(of(other.holds().get(field))));
    Set<String> rest = of(agreed);
    rest.removeAll(only);
    return rest.isEmpty() ? null : String.join(SEPARATOR, rest);
  }

  private static Set<String> of(String canonical) {
    return canonical == null ? new TreeSet<>() : new TreeSet<>(List.of(canonical.split(SEPARATOR)));
  }
}
