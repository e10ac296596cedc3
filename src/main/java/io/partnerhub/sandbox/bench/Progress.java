package io.partnerhub.sandbox.bench;

import java.io.PrintWriter;
import java.time.Duration;

/** Lines that show that it goes on; one every few seconds at most. */
final class Progress {

  private static final long EVERY = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final String run;
  private long last = System.nanoTime();

  Progress(PrintWriter out, Size size) {
    this(out, "%,9d partners".formatted(size.partners()));
  }

  /**
   * Lines that begin alike.
   *
   * @param run which run they are about
   */
  Progress(PrintWriter out, String run) {
    this.out = out;
    this.run = run;
  }

  void say(String what) {
    out.println(run + ": " + what);
    out.flush();
    last = System.nanoTime();
  }

  void count(String what, int done, int all) {
    if (System.nanoTime() - last > EVERY) {
      say("%s, %,d of %,d".formatted(what, done, all));
    }
  }
}
