package io.partnerhub.ops.jmx;

import java.security.Principal;
import java.util.Locale;

/** What a caller may do. */
public enum Role implements Principal {
  /** To look. */
  MONITOR,
  /** To act, too. */
  CONTROL;

  /** As operators write it. */
  @Override
  public String getName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
