package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.read.Fetched;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Claim;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.RowsRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Writes what one system is due, batch by batch: claim, read before write, store the intent, send,
 * settle. Each step is a method, so that a route can name them in a row; no transaction is open
 * while a call is made.
 */
public final class Push {

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Intake intake;
  private final Pull pull;
  private final Settle settle;
  private final Intents intents;
  private final Sending sending;
  private final Timing timing;
  private final Pacing pacing = new Pacing();
  private volatile String lastLocation = "";

  /**
   * A push.
   *
   * @param beside how what one call came to is stored while the next is under way
   */
  public Push(
      Store store,
      Mapping mapping,
      Connector connector,
      Intake intake,
      Pull pull,
      Settle settle,
      Timing timing,
      Ahead beside) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.intake = intake;
    this.pull = pull;
    this.settle = settle;
    this.intents = new Intents(store, mapping, intake, timing);
    this.sending = new Sending(store, mapping, connector, settle, beside);
    this.timing = timing;
  }

  /**
   * Replicas whose copies were read just now.
   *
   * @param rows what the copies are, to be merged before anything is written
   * @param taken keys that people gave to copies there, which could not be merged yet
   * @param versions of the locations, and {@code tags} of the copies, where they have them
   */
  public record Fresh(
      Batch batch,
      List<Observation> rows,
      ReadTimes read,
      Set<String> taken,
      Map<String, Long> versions,
      Map<NativeId, String> tags) {

    Instant readAt() {
      return read.at();
    }

    /** As if read after own calls: whatever else moves a version is somebody else's. */
    Fresh moved(Map<String, Answer.Versions> made) {
      Map<String, Long> moved = new HashMap<>(versions);
      made.forEach((place, by) -> moved.computeIfPresent(place, (p, was) -> was + by.calls()));
      return new Fresh(batch, rows, read, taken, moved, tags);
    }
  }

  /**
   * Attempts stored and ready to be sent.
   *
   * @param sendBefore when others count them as lost
   */
  public record Armed(Fresh fresh, List<Attempt> attempts, Instant sendBefore) {

    Armed first(int most) {
      return new Armed(fresh, attempts.subList(0, Math.min(most, attempts.size())), sendBefore);
    }

    /** Those behind the first, before which calls changed locations. */
    Armed after(int first, Map<String, Answer.Versions> made) {
      List<Attempt> others = attempts.subList(Math.min(first, attempts.size()), attempts.size());
      return new Armed(fresh.moved(made), others, sendBefore);
    }
  }

  /**
   * Attempts with their answer.
   *
   * @param duplicates keys of adds before them that met a copy which has the key already
   */
  public record Sent(Armed armed, Answer answer, long answered, List<String> duplicates) {

    Sent(Armed armed, Answer answer, long answered) {
      this(armed, answer, answered, List.of());
    }

    Sent withDuplicates(List<String> keys) {
      return new Sent(armed, answer, answered, keys);
    }
  }

  /** Takes the next batch; empty when nothing is due or the first reads are not complete. */
  public Optional<Batch> claim() {
    Instant began = store.now();
    if (!pacing.mayLook(began)) {
      return Optional.empty();
    }
    Optional<Batch> batch = claim(false);
    if (batch.isEmpty()) {
      pacing.foundNothing(began, store.now());
    }
    return batch;
  }

  /** Takes the next batch of copies that exist already. */
  public Optional<Batch> claimUpdates() {
    return claim(true);
  }

  private Optional<Batch> claim(boolean updatesOnly) {
    if (!pull.everythingReadOnce()) {
      return Optional.empty();
    }
    Claim claim =
        new Claim(
            mapping.type(),
            connector.system(),
            updatesOnly,
            !mapping.references().isEmpty(),
            lastLocation,
            connector.batchSize(),
            store.now().plus(timing.lease()));
    Optional<Batch> batch =
        store.claim(claim).or(() -> pull.follow() ? store.claim(claim) : Optional.empty());
    batch.ifPresent(b -> lastLocation = b.location());
    return batch;
  }

  /** Reads the batch's copies, so that an edit made since the last poll is not lost. */
  public Fresh readFirst(Batch batch) {
    Set<String> taken = batch.hasAdds() ? pull.beforeAdds(batch.location()) : Set.of();
    if (batch.copies().isEmpty()) {
      long tick = store.tick();
      ReadTimes none = new ReadTimes(tick, tick, store.now());
      return new Fresh(batch, List.of(), none, taken, Map.of(), Map.of());
    }
    Fetched<RowsRead> fetched = Fetched.from(store, at -> connector.read(mapping, batch.copies()));
    RowsRead rows = fetched.answer();
    return new Fresh(batch, rows.rows(), fetched.read(), taken, rows.versions(), rows.tags());
  }

  /**
   * Merges what was read, and stores what is going to be sent of it; what changed hands or is no
   * longer due is given back.
   */
  public Armed storeIntent(Fresh fresh) {
    return intents.store(fresh);
  }

  /**
   * Makes the calls; what all but the last came to is stored while the next is under way.
   *
   * @param stops asked between two calls: whether no more are to be made
   */
  public Sent send(Armed armed, BooleanSupplier stops) {
    if (armed.attempts().isEmpty()) {
      return new Sent(armed, new Answer(List.of(), Map.of()), 0);
    }
    return sending.send(armed, stops);
  }

  /** Stores what came of it; looks at once for copies that refused an add as a duplicate. */
  public void settle(Sent sent) {
    if (sent.armed().attempts().isEmpty()) {
      return;
    }
    List<String> duplicates = new ArrayList<>(sent.duplicates());
    duplicates.addAll(settle.settle(connector, sent));
    if (!duplicates.isEmpty()) {
      lookFor(duplicates);
    }
  }

  /** Gives a claimed batch back unread, not to be tried before an instant. */
  public void giveBack(Batch batch, Instant tryAt) {
    store.inTransaction(
        mapping.type(),
        tx -> {
          tx.release(batch, batch.records(), tryAt);
          return null;
        });
  }

  /** One batch from claim to settlement; false when nothing could be claimed. */
  public boolean once() {
    Optional<Batch> batch = claim();
    batch.ifPresent(b -> settle(send(storeIntent(readFirst(b)), () -> false)));
    return batch.isPresent();
  }

  private void lookFor(List<String> keys) {
    Fetched<List<Observation>> found = Fetched.from(store, at -> connector.find(mapping, keys));
    intake.merge(connector.system(), found.answer(), found.read());
  }
}
