package io.partnerhub.sandbox.bench.first;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What Java still compiles of the simulators, and with whose processor nobody is to compete. */
final class Compiling {

  private static final Duration QUIET = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Compiling() {}

  /** Returns when nothing was compiled for a while, or after five seconds. */
  static void await() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long began = System.nanoTime();
    long quietSince = began;
    long millis = compiler.getTotalCompilationTime();
    while (System.nanoTime() - quietSince < QUIET.toNanos()
        && System.nanoTime() - began < LONGEST.toNanos()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      long now = compiler.getTotalCompilationTime();
      if (now != millis) {
        millis = now;
        quietSince = System.nanoTime();
      }
    }
  }
}
