package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Errors on command for single rows. */
final class Refusals {
  private static final int FOREVER = -1;

  private final List<Planned> planned = new ArrayList<>();

  private static final class Planned {
    private final Long rowId;
    private final String key;
    private final ApiError error;
    private int left;

    private Planned(Long rowId, String key, ApiError error, int times) {
      this.rowId = rowId;
      this.key = key;
      this.error = error;
      this.left = times;
    }
  }

  /**
   * Refuses writes of a row.
   *
   * @param rowId null when the row is named by a key
   * @param key the text of any cell of the row or of the request; null when named by its id
   * @param times how often, {@code null} for ever
   */
  synchronized void add(Long rowId, String key, ApiError error, Integer times) {
    if (times != null && times < 1) {
      throw new IllegalArgumentException("times must be at least 1, or left out: for ever");
    }
    planned.add(new Planned(rowId, key, error, times == null ? FOREVER : times));
  }

  synchronized void clear() {
    planned.clear();
  }

  /**
   * Throws what is planned for this row.
   *
   * @param row null for a row that is being added
   */
  synchronized void check(Columns columns, Row row, Map<Column, CellValue> cells) {
    for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
      Planned refusal = all.next();
      if (meant(refusal, columns, row, cells)) {
        if (refusal.left != FOREVER && --refusal.left == 0) {
          all.remove();
        }
        throw refusal.error;
      }
    }
  }

  private static boolean meant(
      Planned refusal, Columns columns, Row row, Map<Column, CellValue> cells) {
    if (refusal.rowId != null) {
      return row != null && row.id() == refusal.rowId;
    }
    return cells.values().stream().anyMatch(v -> shows(v, refusal.key))
        || (row != null && columns.all().stream().anyMatch(c -> shows(row.get(c), refusal.key)));
  }

  private static boolean shows(CellValue value, String key) {
    return value != null && value.display().equals(key);
  }
}
