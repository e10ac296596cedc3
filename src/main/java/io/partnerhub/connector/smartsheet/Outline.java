package io.partnerhub.connector.smartsheet;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the rows of one grouped sheet stand beneath, as last seen. A heading is a row without a key,
 * with a value of the grouping field, that stands beneath no such row and beneath no record.
 */
final class Outline {

  /** Deeper than any sheet is indented: only rows seen at different times seem to go in circles. */
  private static final int DEEPEST = 200;

  /** In the order of the sheet where it was read as a whole. */
  private final Map<Long, Spot> rows = new LinkedHashMap<>();

  private boolean complete;
  private boolean observed;
  private boolean drifted;
  private Instant lostUntil = Instant.MIN;

  /**
   * What a row stands beneath.
   *
   * @param known all rows above it were seen
   * @param heading id of the heading above it; {@link Spot#TOP} for none
   * @param value the heading's value; null for none
   */
  record Place(boolean known, long heading, String value) {}

  /** Notes a row; other rows that this puts beneath another heading have to be observed again. */
  synchronized void note(Spot row) {
    Spot before = rows.get(row.id());
    // a record whose key is cleared stays a record: the cleared cell is an edit of it
    boolean isRecord = row.keyed() || (before != null && before.keyed());
    Spot now = isRecord ? new Spot(row.id(), row.parent(), true, null) : row;
    rows.put(row.id(), now);
    if (before != null && !before.equals(now) && carriesRecords(row.id(), 0)) {
      drifted = true;
    }
  }

  synchronized void remove(long id) {
    rows.remove(id);
  }

  private boolean carriesRecords(long id, int depth) {
    return depth <= DEEPEST
        && rows.values().stream()
            .filter(r -> r.parent() == id)
            .anyMatch(r -> r.keyed() || carriesRecords(r.id(), depth + 1));
  }

  synchronized Place place(Spot row) {
    Spot top = null;
    long parent = row.parent();
    for (int steps = 0; parent != Spot.TOP; steps++) {
      Spot above = rows.get(parent);
      if (above == null || steps > DEEPEST) {
        return new Place(false, Spot.TOP, null);
      }
      top = above.keyed() || above.value() != null ? above : top;
      parent = above.parent();
    }
    return top == null || top.keyed()
        ? new Place(true, Spot.TOP, null)
        : new Place(true, top.id(), top.value());
  }

  /** The same of a row by its id; unknown for one that was never seen. */
  synchronized Place place(long id) {
    Spot row = rows.get(id);
    return row == null ? new Place(false, Spot.TOP, null) : place(row);
  }

  synchronized boolean isHeading(long id) {
    Spot row = rows.get(id);
    return row != null && isHeading(row);
  }

  private boolean isHeading(Spot row) {
    if (row.keyed() || row.value() == null) {
      return false;
    }
    long parent = row.parent();
    for (int steps = 0; parent != Spot.TOP && steps <= DEEPEST; steps++) {
      Spot above = rows.get(parent);
      if (above == null || above.keyed() || above.value() != null) {
        return false;
      }
      parent = above.parent();
    }
    return parent == Spot.TOP;
  }

  /** The first heading of each value. */
  synchronized Map<String, Long> headings() {
    Map<String, Long> headings = new LinkedHashMap<>();
    rows.values().stream()
        .filter(this::isHeading)
        .forEach(row -> headings.putIfAbsent(row.value(), row.id()));
    return headings;
  }

  synchronized int countHeadings() {
    return (int) rows.values().stream().filter(this::isHeading).count();
  }

  /** Every row of the sheet was seen in one unbroken read. */
  synchronized void completed(Collection<Long> ids) {
    rows.keySet().retainAll(ids);
    complete = true;
  }

  /** Whether every heading is known. */
  synchronized boolean isComplete() {
    return complete;
  }

  /** A heading that was counted on is not what it was: all rows are to be looked at. */
  synchronized void doubted() {
    complete = false;
  }

  /** Every row of the sheet was observed in its place, which also shows every heading. */
  synchronized void observed() {
    observed = true;
    complete = true;
    drifted = false;
  }

  /** Whether rows may stand beneath other headings than when they were observed. */
  synchronized boolean isToBeObserved() {
    return !observed || drifted;
  }

  /** Whether that is known, so that it must not wait for the sheet's next change. */
  synchronized boolean hasDrifted() {
    return drifted;
  }

  /** New headings may still appear by a call whose answer was lost. */
  synchronized void lost(Instant until) {
    complete = false;
    lostUntil = until;
  }

  synchronized boolean mayStillChange(Instant now) {
    return now.isBefore(lostUntil);
  }
}
