package io.partnerhub.cli;

import java.util.Comparator;
import java.util.List;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** The rows of a table that came over JMX. */
final class Rows {

  /** The item that numbers them. */
  static final String NUMBER = "row";

  private Rows() {}

  /** In their order. */
  static List<CompositeData> of(TabularData table) {
    return table.values().stream()
        .map(CompositeData.class::cast)
        .sorted(Comparator.comparingInt(row -> (Integer) row.get(NUMBER)))
        .toList();
  }

  /** Those of a table within a value. */
  static List<CompositeData> of(CompositeData value, String item) {
    return of((TabularData) value.get(item));
  }
}
