package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.system.News;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which versions of each sheet this hub's own calls made. A sheet that moved by these alone has no
 * news: what they wrote is known from their answers.
 */
final class OwnVersions {

  private static final News PERHAPS = new News.Perhaps();

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
   * Whether others made a version after the known one. While the hub writes, the newest may be that
   * of a call whose answer is still to come; if it is not, that shows once it has come.
   */
  synchronized News news(String sheet, long known, long now) {
    if (now < known) {
      return PERHAPS; // an older picture of the sheet, or another sheet
    }
    own(sheet).versions.headSet(known, true).clear();
    boolean certain = unexplained(sheet, known, now) == 0;
    return certain || explainBetween(sheet, known, now) ? new News.None(certain) : PERHAPS;
  }

  /** Whether every version behind the known one, up to this one, is the hub's own. */
  synchronized boolean explainBetween(String sheet, long known, long now) {
    boolean newestIsUnderWay = own(sheet).writers > 0 && !own(sheet).versions.contains(now);
    return now > known && unexplained(sheet, known, now) == (newestIsUnderWay ? 1 : 0);
  }

  private long unexplained(String sheet, long known, long now) {
    return now - known - own(sheet).versions.subSet(known, false, now, true).size();
  }

  private Own own(String sheet) {
    return bySheet.computeIfAbsent(sheet, s -> new Own());
  }
}
