package io.partnerhub.sandbox.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the instant at which the daemon dies: nothing is lost, doubled or unexplained. */
class CrashIT {

  private static final String SEEDS = System.getProperty("crash.seeds", "1-6");
  private static final int AT_ONCE = 2;
  private static final int LOG_TAIL = 6_000;

  @TempDir private static Path directory;

  private final AtomicInteger deaths = new AtomicInteger();
  private final AtomicInteger unreached = new AtomicInteger();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  @Test
  void a_hub_killed_at_any_instant_loses_nothing_doubles_nothing_and_explains_all()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try (CrashServer server = CrashServer.start()) {
      List<Callable<Void>> runs = new ArrayList<>();
      seeds().forEach(seed -> runs.add(() -> run(seed, server)));
      for (Future<Void> run : threads.invokeAll(runs)) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.printf("%d deaths, %d of them before their point%n", deaths.get(), unreached.get());
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
  }

  private Void run(int seed, CrashServer server) throws Exception {
    CrashPlan plan = CrashPlan.of(seed);
    Path scratch = Files.createDirectory(directory.resolve("seed" + seed));
    try (CrashWorld world = new CrashWorld(plan, server, scratch)) {
      List<String> faults = world.run();
      if (!faults.isEmpty()) {
        failures.add(failure(plan, faults, world));
      }
      deaths.addAndGet(plan.deaths().size());
      unreached.addAndGet(world.unreachedPoints());
    }
    return null;
  }

  private static String failure(CrashPlan plan, List<String> faults, CrashWorld world)
      throws IOException {
    String log = world.log();
    return "seed %d failed; once more: mvn -B verify -Pnightly -Dcrash.seeds=%d%n%s%n%s%n%s"
        .formatted(
            plan.seed(),
            plan.seed(),
            String.join("\n", faults),
            plan,
            log.substring(Math.max(0, log.length() - LOG_TAIL)));
  }

  /** Such as {@code 1-8} or {@code 17}. */
  private static IntStream seeds() {
    String[] ends = SEEDS.split("-");
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }
}
