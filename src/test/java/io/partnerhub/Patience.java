package io.partnerhub;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait: for something to come true, on a busy machine, too. */
public final class Patience {

  /**
   * Nothing that comes true takes nearly so long; a shorter one would judge the machine. Longer
   * than a call that a simulator holds, which lasts 30 s.
   */
  public static final Duration LONGEST = Duration.ofMinutes(3);

  private Patience() {}

  /** In place of Awaitility's own, which gives up after 10 s. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(LONGEST);
  }
}
