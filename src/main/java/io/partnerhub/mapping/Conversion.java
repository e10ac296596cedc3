package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.util.Map;
import java.util.Set;

/** Between a system's own values and canonical ones, by a mapping. */
public final class Conversion {

  private Conversion() {}

  /**
   * Makes native values canonical. A field that is missing from the input counts as empty.
   *
   * @param nativeValues by the system's field name: a String, BigDecimal, Boolean, List of String
   *     or null, as the system's JSON has it
   */
  public static Reading toCanonical(
      Mapping mapping, SystemName system, Map<String, Object> nativeValues) {
    throw new UnsupportedOperationException("conversion of " + mapping.type());
  }

  /**
   * Makes canonical values native: a String, BigDecimal, Boolean, LocalDate, Instant, List of
   * String or null (empty) by the system's field name. The connector renders them as its JSON
   * wants.
   *
   * @param fields the mapping's names of the fields to convert; those that the system lacks are
   *     left out
   */
  public static Map<String, Object> toNative(
      Mapping mapping, SystemName system, Set<String> fields, Values values) {
    throw new UnsupportedOperationException("conversion of " + mapping.type());
  }

  /** Whether a text is one that the hub shortened to fit. */
  public static boolean isShortened(String text) {
    return false;
  }
}
