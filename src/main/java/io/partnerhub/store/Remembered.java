package io.partnerhub.store;

import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Replica;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows of dossiers that were loaded or stored last, so that those which did not change are not sent
 * and taken apart again. Only what the store says is a row's version decides whether it counts.
 */
final class Remembered {

  /**
   * A row's version: where it lies, and which transaction put it there. Every update changes the
   * first; what comes to lie where an older row was has another second.
   */
  static final String VERSION = "(%1$s.ctid::text || %1$s.xmin::text) as version";

  private static final int MOST = 10_000;

  /** What a row is found by, and what it is. */
  private record OfReplica(long record, String system) {}

  private record OfAttempt(long id) {}

  private record Entry(String version, Object value) {}

  private static final class Latest extends LinkedHashMap<Object, Entry> {
    private static final long serialVersionUID = 1;
    private static final int FIRST = 1_024;
    private static final float LOAD = 0.75f;

    Latest() {
      super(FIRST, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Entry> eldest) {
      return size() > MOST;
    }
  }

  /** Given up before memory runs out: rows may be large. */
  private SoftReference<Latest> rows = new SoftReference<>(null);

  /** Whether any version of a record's own row is known. */
  synchronized boolean has(long record) {
    return latest().containsKey(record);
  }

  AgreedRecord record(long id, String version) {
    return (AgreedRecord) get(id, version);
  }

  Replica replica(long record, String system, String version) {
    return (Replica) get(new OfReplica(record, system), version);
  }

  Attempt attempt(long id, String version) {
    return (Attempt) get(new OfAttempt(id), version);
  }

  void put(AgreedRecord record, String version) {
    put(record.id(), version, record);
  }

  void put(Replica replica, String version) {
    put(new OfReplica(replica.record(), replica.system().value()), version, replica);
  }

  void put(Attempt attempt, String version) {
    put(new OfAttempt(attempt.id()), version, attempt);
  }

  /** The row in this version; null unless it was seen. */
  private synchronized Object get(Object key, String version) {
    Entry entry = latest().get(key);
    return entry != null && entry.version().equals(version) ? entry.value() : null;
  }

  private synchronized void put(Object key, String version, Object value) {
    latest().put(key, new Entry(version, value));
  }

  private Latest latest() {
    Latest latest = rows.get();
    if (latest == null) {
      latest = new Latest();
      rows = new SoftReference<>(latest);
    }
    return latest;
  }
}
