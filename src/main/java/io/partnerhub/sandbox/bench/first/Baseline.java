package io.partnerhub.sandbox.bench.first;

import io.partnerhub.sandbox.bench.measure.Held;
import io.partnerhub.sandbox.bench.measure.Patience;
import io.partnerhub.sandbox.bench.measure.Processor;
import io.partnerhub.sandbox.bench.measure.Seconds;
import io.partnerhub.sandbox.bench.world.Size;
import io.partnerhub.sandbox.bench.world.World;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Deque;

/**
 * What the same payloads cost a client that keeps nothing: a Java as fresh as the hub's, from the
 * first call that comes in to the last change that has arrived.
 *
 * @param first for all partners
 * @param change for the change
 */
record Baseline(Of first, Of change) {

  /** What a stage takes. */
  record Of(double seconds, Processor processor) {}

  private static final Duration LONGEST = Duration.ofSeconds(300);

  /**
   * Measures.
   *
   * @param aCall how long every call takes at least, from the second on
   */
  static Baseline measure(Size size, Duration aCall) throws IOException {
    try (World world = World.of(size);
        PlainProcess client = PlainProcess.start(world)) {
      Patience patience = new Patience(LONGEST, client::checkAlive);
      Of first = first(world, aCall, client, patience);
      world.letAnHourPass();
      change(world, client, patience, Edits.inEachSheet(world));
      return new Baseline(first, change(world, client, patience, Edits.in(world)));
    }
  }

  private static Of first(World world, Duration aCall, PlainProcess client, Patience patience)
      throws IOException {
    client.copyEverything();
    patience.until(
        "The plain client's first call", () -> world.reads() > 0, () -> "no call has come in");
    world.latency(aCall);
    Processor before = client.processor();
    long began = System.nanoTime();
    int partners = world.size().partners();
    patience.until(
        "The plain client's copy",
        () -> world.rows() >= partners,
        () -> world.rows() + " of " + partners + " rows came");
    Of taken = new Of(Seconds.since(began), client.processor().since(before));
    client.finish();
    return taken;
  }

  /** As for the hub: its first call waits until all edits are made. */
  private static Of change(World world, PlainProcess client, Patience patience, Edits edits)
      throws IOException {
    String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    SimulatorServer first = world.salesforce();
    Held.next(first);
    client.carryOver(PlainChange.of(edits, world, since));
    Held.await(first, patience);
    edits.make();
    Deque<Integer> pending = edits.pending();
    Processor before = client.processor();
    long began = System.nanoTime();
    first.faults().clear();
    patience.until(
        "The plain client's change",
        () -> edits.allArrived(pending),
        () -> pending.size() + " edits have not arrived");
    Of taken = new Of(Seconds.since(began), client.processor().since(before));
    client.finish();
    return taken;
  }
}
