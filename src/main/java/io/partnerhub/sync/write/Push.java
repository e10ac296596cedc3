package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.read.Fetched;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
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
  private final Adding adding;
  private final Claiming claiming;

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
    Calls calls = new Calls(store, mapping, connector);
    this.sending = new Sending(mapping, connector, settle, calls, beside);
    this.adding = new Adding(mapping, connector, settle, calls, beside, intents);
    this.claiming = new Claiming(store, mapping, connector, pull, timing);
  }

  /**
   * Replicas whose copies were read just now.
   *
   * @param rows what the copies are, to be merged before anything is written
   * @param taken keys that people gave to copies there, which could not be merged yet
   * @param versions of the locations, and {@code tags} of the copies, where they have them
   * @param unread why nothing could be read in some places
   */
  public record Fresh(
      Batch batch,
      List<Observation> rows,
      ReadTimes read,
      Set<String> taken,
      Map<String, Long> versions,
      Map<NativeId, String> tags,
      Map<String, Outcome.Reason> unread) {

    Instant readAt() {
      return read.at();
    }

    Fresh of(Batch some) {
      return new Fresh(some, rows, read, taken, versions, tags, unread);
    }

    /** As if read after own calls: whatever else moves a version is somebody else's. */
    Fresh moved(Map<String, Answer.Versions> made) {
      Map<String, Long> moved = new HashMap<>(versions);
      made.forEach((place, by) -> moved.computeIfPresent(place, (p, was) -> was + by.calls()));
      return new Fresh(batch, rows, read, taken, moved, tags, unread);
    }
  }

  /**
   * Attempts stored and ready to be sent.
   *
   * @param sendBefore when others count them as lost
   * @param later adds of the same batch whose intent is stored as the calls before them are made
   */
  public record Armed(Fresh fresh, List<Attempt> attempts, Instant sendBefore, Batch later) {

    Armed(Fresh fresh, List<Attempt> attempts, Instant sendBefore) {
      this(fresh, attempts, sendBefore, fresh.batch().after(fresh.batch().records().size()));
    }

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
    return claiming.next();
  }

  /** Takes the next batch of copies that exist already. */
  public Optional<Batch> claimUpdates() {
    return claiming.updates();
  }

  /** Whether copies that exist already are due. */
  public boolean hasUpdates() {
    return claiming.hasUpdates();
  }

  /**
   * More to be added to a place, read first as any batch; what cannot be read now is given back.
   */
  private Optional<Fresh> more(String place) {
    return claiming
        .adds(place)
        .flatMap(
            batch -> {
              try {
                return Optional.of(withoutCopies(batch, pull.amidAdds(place)));
              } catch (SystemUnavailable e) {
                giveBack(batch, store.now()); // the read of the next batch tells of it
                return Optional.empty();
              }
            });
  }

  /** Reads the batch's copies, so that an edit made since the last poll is not lost. */
  public Fresh readFirst(Batch batch) {
    Set<String> taken = batch.hasAdds() ? pull.beforeAdds(batch.location()) : Set.of();
    if (batch.isOfAdds()) {
      return withoutCopies(batch, taken);
    }
    Fetched<CopiesRead> fetched =
        Fetched.from(store, at -> CopiesRead.of(connector, mapping, batch));
    return fetched.answer().of(batch, fetched.read(), taken);
  }

  private Fresh withoutCopies(Batch batch, Set<String> taken) {
    long tick = store.tick();
    ReadTimes none = new ReadTimes(tick, tick, store.now());
    return new Fresh(batch, List.of(), none, taken, Map.of(), Map.of(), Map.of());
  }

  /**
   * Merges what was read, and stores what is going to be sent of it, of adds for the first call;
   * what changed hands or is no longer due is given back.
   */
  public Armed storeIntent(Fresh fresh) {
    return fresh.batch().isOfAdds()
        ? intents.store(fresh, connector.callSize(mapping))
        : intents.store(fresh);
  }

  /**
   * Makes the calls; what all but the last came to is stored while the next is under way. More that
   * is to be added to the same place goes along.
   *
   * @param stops asked between two calls: whether no more are to be made
   * @param goesOn asked at the end of a batch of adds: whether another may follow at once
   */
  public Sent send(Armed armed, BooleanSupplier stops, BooleanSupplier goesOn) {
    if (armed.attempts().isEmpty()) {
      return new Sent(armed, new Answer(List.of(), Map.of()), 0);
    }
    String place = armed.fresh().batch().location();
    return armed.fresh().batch().isOfAdds()
        ? adding.send(armed, stops, () -> goesOn.getAsBoolean() ? more(place) : Optional.empty())
        : sending.send(armed, stops);
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
    intents.giveBack(batch, tryAt);
  }

  /** One batch from claim to settlement; false when nothing could be claimed. */
  public boolean once() {
    Optional<Batch> batch = claim();
    batch.ifPresent(b -> settle(send(storeIntent(readFirst(b)), () -> false, () -> true)));
    return batch.isPresent();
  }

  private void lookFor(List<String> keys) {
    Fetched<List<Observation>> found = Fetched.from(store, at -> connector.find(mapping, keys));
    intake.merge(connector.system(), found.answer(), found.read());
  }
}
