package io.partnerhub.ledger;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts for every change that the ledger tells of: observed = written + superseded + unchanged +
 * held + refused + waiting + dead-lettered + discarded, for each record type and target system.
 * Read from the store on the question, so that no write pays for it and no counter is believed.
 */
public final class Accounts {

  private final RecentPasts pasts;
  private final List<Mapping> mappings;

  /**
   * The changes of one record type on their way to one system.
   *
   * @param fates how many came to which end; no number where none did
   */
  public record Account(String type, SystemName target, Map<Fate, Long> fates) {

    /** How many of them came to this. */
    public long of(Fate fate) {
      return fates.getOrDefault(fate, 0L);
    }

    /** All of them. */
    public long observed() {
      return fates.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public Accounts(RecentPasts pasts, List<Mapping> mappings) {
    this.pasts = pasts;
    this.mappings = List.copyOf(mappings);
  }

  /** The changes that were observed since an instant; none of a record that is no more. */
  public List<Account> since(Instant since) {
    List<Account> accounts = new ArrayList<>();
    for (Mapping mapping : mappings) {
      Map<SystemName, Map<Fate, Long>> byTarget = new TreeMap<>();
      mapping.sides().keySet().forEach(s -> byTarget.put(s, new EnumMap<>(Fate.class)));
      pasts.each(
          mapping.type(),
          since,
          past ->
              new Tally(mapping, past)
                  .count((target, fate) -> byTarget.get(target).merge(fate, 1L, Long::sum)));
      byTarget.forEach(
          (target, fates) -> accounts.add(new Account(mapping.type().name(), target, fates)));
    }
    return accounts;
  }
}
