package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.sandbox.bench.world.Size;
import java.io.PrintWriter;
import java.time.Duration;

/** Lines that show that it goes on; one every few seconds at most. */
public final class Progress {

  private static final long EVERY = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final String run;
  private long last = System.nanoTime();

  public Progress(PrintWriter out, Size size) {
    this(out, "%,9d partners".formatted(size.partners()));
  }

  /**
   * Lines that begin alike.
   *
   * @param run which run they are about
   */
  public Progress(PrintWriter out, String run) {
    this.out = out;
    this.run = run;
  }

  public void say(String what) {
    out.println(run + ": " + what);
    out.flush();
    last = System.nanoTime();
  }

  public void count(String what, int done, int all) {
    if (System.nanoTime() - last > EVERY) {
      say("%s, %,d of %,d".formatted(what, done, all));
    }
  }
}
