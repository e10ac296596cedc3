package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Claim;
import io.partnerhub.sync.store.Pacing;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Connector;
import java.time.Instant;
import java.util.Optional;

/** Takes what one system is due of one type, location after location. */
final class Claiming {

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Pull pull;
  private final Timing timing;
  private final Pacing pacing = new Pacing();
  private volatile String lastLocation = "";

  Claiming(Store store, Mapping mapping, Connector connector, Pull pull, Timing timing) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.pull = pull;
    this.timing = timing;
  }

  Optional<Batch> next() {
    Instant began = store.now();
    if (!pacing.mayLook(began)) {
      return Optional.empty();
    }
    Optional<Batch> batch = take(Claim.Which.ALL);
    if (batch.isEmpty()) {
      pacing.looked(began, store.now());
    }
    return batch;
  }

  Optional<Batch> updates() {
    return take(Claim.Which.UPDATES);
  }

  boolean hasUpdates() {
    return store.isClaimable(asking(Claim.Which.UPDATES, null));
  }

  /** What else is to be added to a place. */
  Optional<Batch> adds(String place) {
    return store.claim(asking(Claim.Which.ADDS, place));
  }

  private Optional<Batch> take(Claim.Which which) {
    if (!pull.everythingReadOnce()) {
      return Optional.empty();
    }
    Claim claim = asking(which, null);
    Optional<Batch> batch =
        store.claim(claim).or(() -> pull.follow() ? store.claim(claim) : Optional.empty());
    batch.ifPresent(b -> lastLocation = b.location());
    return batch;
  }

  private Claim asking(Claim.Which which, String place) {
    return new Claim(
        mapping.type(),
        connector.system(),
        which,
        place,
        !mapping.references().isEmpty(),
        place == null ? lastLocation : "",
        connector.batchSize(),
        store.now().plus(timing.lease()));
  }
}
