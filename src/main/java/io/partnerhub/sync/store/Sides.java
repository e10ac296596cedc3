package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which systems the mapping of one type names, within a transaction on that type. */
public interface Sides {

  /** Systems that the mapping names and did not, and those that it names no more. */
  record Change(Set<SystemName> joined, Set<SystemName> left) {}

  /**
   * Records that have yet to be due in a system what they lack there.
   *
   * @param last there are none behind them
   */
  record Unstated(SystemName system, List<Long> records, boolean last) {}

  /** Whether the mapping names what it named at the last start, and every record is stated. */
  boolean isSettled();

  /** Only these types are mapped: the systems of others left them, until these are mapped again. */
  void noOthersThan(Collection<RecordType> types);

  /**
   * Compares the mapping with the one of the last start. A system that joined is to be read from
   * its beginning before anything of the type is written; what is known of its copies from an
   * earlier time counts again. One that left keeps its copies, and they count no more; children
   * wait no longer for parents there.
   */
  Change take();

  /** The next records to be stated, in the order of their ids; empty when all are. */
  Optional<Unstated> next(int limit);

  /** These are. */
  void stated(Unstated some);
}
