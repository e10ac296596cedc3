package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where rows go. Rows of one request must have equal locations.
 *
 * @param parentId null when not given
 * @param siblingId null when not given
 * @param shift 1 to indent rows where they are, -1 to outdent them, 0 for neither
 */
record Location(
    boolean toTop, boolean toBottom, Long parentId, Long siblingId, boolean above, int shift) {
  static final Location BOTTOM = new Location(false, true, null, null, false);

  Location(boolean toTop, boolean toBottom, Long parentId, Long siblingId, boolean above) {
    this(toTop, toBottom, parentId, siblingId, above, 0);
  }

  /** The last child of a row; null for the bottom of the sheet. */
  static Location beneath(Long parentId) {
    return new Location(false, true, parentId, null, false);
  }

  /**
   * A place among the rows.
   *
   * @param index in the displayed order, from 0
   * @param parent null at the top level
   */
  record Place(int index, Row parent) {}

  static Location of(JsonNode row) {
    return new Location(
        Attributes.flag(row, "toTop"),
        Attributes.flag(row, "toBottom"),
        Attributes.id(row, "parentId"),
        Attributes.id(row, "siblingId"),
        Attributes.flag(row, "above"),
        step(row, "indent") - step(row, "outdent"));
  }

  /** [I] The documents say only that the one value is 1. */
  private static int step(JsonNode row, String name) {
    Long steps = Attributes.id(row, name);
    if (steps != null && steps != 1) {
      throw ErrorCode.ATTRIBUTE_INVALID.with(steps, name);
    }
    return steps == null ? 0 : 1;
  }

  boolean given() {
    return toTop || toBottom || above || parentId != null || siblingId != null || shift != 0;
  }

  /** Refuses combinations that name no place, parents and siblings that do not exist. */
  void check(Rows rows) {
    boolean twoEnds = toTop && toBottom;
    boolean siblingAndMore = siblingId != null && (toTop || toBottom || parentId != null);
    boolean shiftAndMore =
        shift != 0 && (toTop || toBottom || above || parentId != null || siblingId != null);
    if (twoEnds || siblingAndMore || shiftAndMore || (above && siblingId == null)) {
      throw ErrorCode.ROW_LOCATION.with();
    }
    if (parentId != null && rows.find(parentId).isEmpty()) {
      throw ErrorCode.PARENT_INVALID.with(parentId);
    }
    if (parentId != null && rows.find(parentId).orElseThrow().blank()) {
      throw ErrorCode.PARENT_BLANK.with();
    }
    if (siblingId != null && rows.find(siblingId).isEmpty()) {
      throw ErrorCode.SIBLING_INVALID.with(siblingId);
    }
  }

  /** Where this is now; a parent alone means its first child, a sibling alone right below it. */
  Place place(Rows rows) {
    if (siblingId != null) {
      Row sibling = rows.find(siblingId).orElseThrow();
      int index = above ? sibling.number() - 1 : rows.afterDescendants(sibling);
      return new Place(index, sibling.parent());
    }
    if (parentId != null) {
      Row parent = rows.find(parentId).orElseThrow();
      return new Place(toBottom ? rows.afterDescendants(parent) : parent.number(), parent);
    }
    return new Place(toTop ? 0 : rows.size(), null);
  }

  /** The row it is relative to would be lifted out together with these. */
  void checkOutside(Rows rows, Iterable<Row> moving) {
    Long anchorId = parentId != null ? parentId : siblingId;
    if (anchorId == null) {
      return;
    }
    Row anchor = rows.find(anchorId).orElseThrow();
    for (Row row : moving) {
      if (row == anchor || anchor.under(row)) {
        throw ErrorCode.ROW_LOCATION.with();
      }
    }
  }
}
