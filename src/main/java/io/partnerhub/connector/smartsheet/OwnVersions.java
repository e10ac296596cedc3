package io.partnerhub.connector.smartsheet;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which versions of each sheet this hub's own calls made. A sheet that moved by these alone has no
 * news: what they wrote is known from their answers.
 */
final class OwnVersions {

  private static final class Own {
    private final NavigableSet<Long> versions = new TreeSet<>();
    private int writers;
  }

  private final Map<String, Own> bySheet = new HashMap<>();

  synchronized void begin(String sheet) {
    own(sheet).writers++;
  }

  synchronized void end(String sheet) {
    own(sheet).writers--;
  }

  synchronized void made(String sheet, long version) {
    own(sheet).versions.add(version);
  }

  /**
   * Whether every version after the known one is the hub's own. While it writes, the newest may be
   * that of a call whose answer is still to come; if it is not, that shows once it has come.
   */
  synchronized boolean explain(String sheet, long known, long now) {
    own(sheet).versions.headSet(known, true).clear();
    return explainBetween(sheet, known, now);
  }

  /** The same, where older versions are still to be explained. */
  synchronized boolean explainBetween(String sheet, long known, long now) {
    if (now <= known) {
      return false;
    }
    Own own = own(sheet);
    long explained = own.versions.subSet(known, false, now, true).size();
    boolean newestIsUnderWay = own.writers > 0 && !own.versions.contains(now);
    return explained + (newestIsUnderWay ? 1 : 0) == now - known;
  }

  private Own own(String sheet) {
    return bySheet.computeIfAbsent(sheet, s -> new Own());
  }
}
