package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.time.Instant;

/**
 * What a worker asks for.
 *
 * @param place only what is to be written there; null for anywhere
 * @param afterRenames nothing while renamed parents of the type have yet to be followed
 * @param behind the location it wrote last: another one is taken first, so that none is left out;
 *     empty for whichever
 * @param limit most replicas of the batch
 * @param leaseUntil when others may take them
 */
public record Claim(
    RecordType type,
    SystemName system,
    Which which,
    String place,
    boolean afterRenames,
    String behind,
    int limit,
    Instant leaseUntil) {

  /** Of what is due. */
  public enum Which {
    ALL,
    /** Copies that exist already. */
    UPDATES,
    /** Copies that do not exist yet. */
    ADDS
  }
}
