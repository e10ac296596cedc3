package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Between a system's own values and canonical ones, by a mapping. */
public final class Conversion {

  private static final String FALSE = "false";

  /** Line ends, invisible characters, and what stands for a lost one. */
  private static final Pattern UNSHOWN = Pattern.compile("[\\s\\p{Cntrl}\uFFFD]+");

  private Conversion() {}

  /**
   * Makes native values canonical; doing it twice is doing it once. A field that is missing from
   * the input counts as empty. An unreadable value keeps its text, trimmed and composed (NFC); one
   * that is required and empty has none.
   *
   * @param nativeValues by the system's field name: a String, BigDecimal, Boolean, List of String
   *     or null, as the system's JSON has it
   */
  public static Reading toCanonical(
      Mapping mapping, SystemName system, Map<String, Object> nativeValues) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> unreadable = new LinkedHashMap<>();
    for (Field field : mapping.fieldsIn(system)) {
      Object value = nativeValues.get(field.names().get(system));
      String text = NativeText.storable(NativeText.of(value));
      Parsed parsed =
          namesRecord(mapping, field) && Invisible.isIn(text)
              ? TextForm.invisible(text)
              : parse(field, system, value, text);
      if (parsed instanceof Parsed.Canonical canonical) {
        values.put(field.name(), canonical.value());
      } else if (parsed instanceof Parsed.Unreadable fault) {
        values.put(field.name(), text.isEmpty() ? null : text);
        unreadable.put(field.name(), fault.why());
      }
    }
    return new Reading(Values.of(values), unreadable);
  }

  /**
   * Reads what a person typed for one field: a canonical text, an alias of it, or as the first
   * system of the mapping that has the field writes it.
   */
  public static Reading typed(Mapping mapping, Field field, String text) {
    SystemName first =
        mapping.sides().keySet().stream().filter(field::isIn).findFirst().orElseThrow();
    return toCanonical(mapping, first, Map.of(field.names().get(first), text));
  }

  /** An older mapping's canonical value as this one has it; as it is where that is no value now. */
  public static String again(Field field, String text) {
    Set<String> meanings = text == null ? Set.of() : meanings(field, text);
    return meanings.size() == 1 ? meanings.iterator().next() : text;
  }

  /** Whether a canonical text, maybe an older mapping's, is a value of the field. */
  public static boolean isValue(Field field, String text) {
    return text != null && meanings(field, text).size() == 1;
  }

  /** What it may be, as one system or another writes it: more than one is none. */
  private static Set<String> meanings(Field field, String text) {
    Set<String> meanings = new HashSet<>();
    for (SystemName system : field.names().keySet()) {
      Object value = NumberForm.isPlain(field.kind(), text) ? new BigDecimal(text) : text;
      if (parse(field, system, value, text) instanceof Parsed.Canonical canonical) {
        meanings.add(canonical.value());
      }
    }
    return meanings;
  }

  /**
   * Makes canonical values native: a String, BigDecimal, Boolean, LocalDate, Instant, List of
   * String or null (empty) by the system's field name. The connector renders them as its JSON
   * wants. A value that is none of its kind, kept from an older mapping, goes as the text it is.
   *
   * @param fields the mapping's names of the fields to convert; those that the system lacks are
   *     left out
   */
  public static Map<String, Object> toNative(
      Mapping mapping, SystemName system, Set<String> fields, Values values) {
    Map<String, Object> nativeValues = new LinkedHashMap<>();
    for (Field field : mapping.fieldsIn(system)) {
      if (fields.contains(field.name())) {
        nativeValues.put(
            field.names().get(system), nativeValue(field, system, values.get(field.name())));
      }
    }
    return nativeValues;
  }

  /** A text of the hub's own as a field of texts can hold it: in one line, cut where need be. */
  public static String ownText(Field field, String text) {
    String line = NativeText.tidy(UNSHOWN.matcher(NativeText.storable(text)).replaceAll(" "));
    if (line.length() <= field.max()) {
      return line;
    }
    int end = field.max() - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /**
   * Whether a text is a longer one's visibly shortened form, as {@link #toNative} makes it where a
   * system holds less. An edit of such a text is an edit of a part: its rest is not there.
   */
  public static boolean isShortened(String text) {
    return text != null && Shortened.is(text);
  }

  /** Whether a text is what some system shows of a longer one, which it holds shortened. */
  public static boolean isShortened(Field field, String text, String whole) {
    return isShortened(text)
        && whole != null
        && field.shortenedTo().values().stream()
            .anyMatch(limit -> Shortened.to(limit, whole).equalsIgnoreCase(text));
  }

  private static Object nativeValue(Field field, SystemName system, String value) {
    Parsed parsed = parse(field, system, value, NativeText.of(value));
    if (parsed instanceof Parsed.Canonical canonical && canonical.value() != null) {
      return Form.of(field.kind()).write(field, system, canonical.value());
    }
    return value;
  }

  /** By a key that only looks like another one, no record would be found. */
  private static boolean namesRecord(Mapping mapping, Field field) {
    return field.refersTo() != null || field.name().equals(mapping.key());
  }

  static Parsed parse(Field field, SystemName system, Object value, String text) {
    if (text.isEmpty()) {
      return empty(field, system);
    }
    return NativeText.invalidity(text)
        .<Parsed>map(Parsed.Unreadable::new)
        .orElseGet(() -> Form.of(field.kind()).read(field, system, value, text));
  }

  private static Parsed empty(Field field, SystemName system) {
    if (field.kind() == Kind.BOOLEAN) {
      return Parsed.value(FALSE);
    }
    return field.required()
        ? Parsed.unreadable("%s must not be empty", field.names().get(system))
        : Parsed.value(null);
  }
}
