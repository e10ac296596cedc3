package io.partnerhub.sandbox.sim;

import java.util.regex.Pattern;

/**
 * Which calls a fault meets.
 *
 * @param method upper case, or empty for any
 * @param path must match somewhere in the decoded path
 * @param contains must occur in the body, or empty for any
 * @param times how many calls are left to it; {@link #FOREVER} is never used up
 */
public record FaultRule(String method, Pattern path, String contains, int times, Fault fault) {

  public static final int FOREVER = Integer.MAX_VALUE;

  public FaultRule {
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1, or \"forever\"");
    }
  }

  /** A rule for the next call whose path holds the pattern. */
  public static FaultRule once(String method, String path, Fault fault) {
    return new FaultRule(method, Pattern.compile(path), "", 1, fault);
  }

  /** The same rule for so many calls. */
  public FaultRule times(int count) {
    return new FaultRule(method, path, contains, count, fault);
  }

  /** The same rule for bodies that hold a text. */
  public FaultRule containing(String text) {
    return new FaultRule(method, path, text, times, fault);
  }

  boolean matches(SimRequest request) {
    return (method.isEmpty() || method.equals(request.method()))
        && path.matcher(request.path()).find()
        && (contains.isEmpty() || request.text().contains(contains));
  }
}
