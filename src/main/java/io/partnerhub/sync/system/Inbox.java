package io.partnerhub.sync.system;

import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps hints from before they are acknowledged until what they are about was read again. */
public interface Inbox {

  /** What came of taking notices in. */
  enum Receipt {
    /** They are stored, those that were there before excepted; they may be acknowledged. */
    STORED,
    /** All of them were taken in before; they may be acknowledged. */
    DUPLICATE,
    /** Too much waits, or for too long: nothing was stored, and the sender is to try again. */
    FULL
  }

  /**
   * Stores notices of one source, and how far the source was heard, all or nothing.
   *
   * @param source such as {@code smartsheet/4711}; a notice's key is unique within it
   * @param hearing how far the source was heard with these; null where it has no position
   */
  Receipt take(SystemName system, String source, List<Notice> notices, Hearing hearing);

  /** From where a source is to be heard again; empty before its first notice. */
  Optional<String> position(String source);

  /** Whose doing hints are about. */
  enum Whose {
    /** All once they have waited a second: others' are read at once, unless that failed. */
    ANYBODYS,
    /**
     * The hub's own can wait: what it wrote it knows. Where others' in the same place are read,
     * some that have waited a second go along, as that costs no call.
     */
    OTHERS
  }

  /** Hints that were not worked off, oldest first. */
  Waiting waiting(SystemName system, Whose whose, int most);

  /** These were worked off; any that came meanwhile stay. */
  void done(Waiting hints);

  /**
   * Hints as they lie in the inbox.
   *
   * @param byId what they say, by their ids in the inbox
   * @param arrivals when those came in that are not about the hub's own doing, oldest first
   */
  record Waiting(Whose whose, Map<Long, Hint> byId, List<Instant> arrivals) {

    public Set<Long> ids() {
      return byId.keySet();
    }

    /** What they say, each once. */
    public Set<Hint> hints() {
      return new LinkedHashSet<>(byId.values());
    }

    /** Those that are about none of these places. */
    public Waiting outside(Set<String> places) {
      Map<Long, Hint> others = new LinkedHashMap<>(byId);
      others.values().removeIf(hint -> places.contains(hint.location()));
      return new Waiting(whose, others, arrivals);
    }
  }
}
