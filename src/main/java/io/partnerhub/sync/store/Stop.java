package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.time.Instant;

/**
 * Changes of one system's copies that the guard on mass change keeps from being merged. It ends by
 * a person's decision, or by itself once people have put everything back.
 *
 * @param location where the changes were found: an object in Salesforce, a sheet's id
 * @param since when it began
 * @param changed copies edited there that wait now
 * @param missing copies deleted there that wait now
 * @param known copies that the hub knows there
 * @param limit how many may change at once without a question
 */
public record Stop(
    RecordType type,
    SystemName system,
    String location,
    Instant since,
    int changed,
    int missing,
    int known,
    int limit) {

  /** What a person says to it. */
  public enum Verdict {
    /** Yes: what people did there counts, by the rules. */
    APPLY,
    /** No: what the hub agrees on is put back there, and deleted copies are made again. */
    PUT_BACK
  }
}
