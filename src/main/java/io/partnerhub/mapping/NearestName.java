package io.partnerhub.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody probably meant by a name that does not exist. */
public final class NearestName {

  private static final int LONGEST = 255;
  private static final int MOST_LISTED = 40;

  private NearestName() {}

  /** The known name that is nearest, if one is near: about one letter in three may differ. */
  public static Optional<String> of(String name, Collection<String> known) {
    String wanted = folded(name);
    int limit = Math.max(1, (wanted.length() + 1) / 3);
    return known.stream()
        .filter(candidate -> distance(wanted, folded(candidate)) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(wanted, folded(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A remedy in a sentence: the nearest name, or what there is. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map(near -> "Did you mean \"" + near + "\"?")
        .orElseGet(() -> known.isEmpty() ? "There is none" : "Known are: " + joined(known));
  }

  private static String joined(Collection<String> known) {
    String some = known.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return known.size() > MOST_LISTED
        ? some + " and " + (known.size() - MOST_LISTED) + " more"
        : some;
  }

  private static String folded(String name) {
    String bounded = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return bounded.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", " ").strip();
  }

  /** Levenshtein's distance: letters to change, add or remove. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
