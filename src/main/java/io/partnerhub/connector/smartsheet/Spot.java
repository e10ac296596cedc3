package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.Observation;

/**
 * Where a row of a grouped sheet stands, and what decides whether it is a heading.
 *
 * @param parent id of the row that it is indented beneath; {@link #TOP} at the top level
 * @param keyed it has a business key
 * @param value the value of the field that the sheet is grouped by; null for none
 */
record Spot(long id, long parent, boolean keyed, String value) {

  static final long TOP = 0;

  /**
   * A row as it was read, before what it stands beneath is known.
   *
   * @param spot null where the mapping groups nothing
   */
  record Row(Observation observation, Spot spot) {}
}
