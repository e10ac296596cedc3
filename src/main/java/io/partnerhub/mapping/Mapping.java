package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.util.List;
import java.util.Map;

/**
 * One record type: its fields, their rules and their names in each system.
 *
 * @param version a digest of the file's content: another text is another version
 * @param key name of the field that holds the business key
 */
public record Mapping(
    RecordType type, String version, String key, List<Field> fields, Map<SystemName, Side> sides) {

  /** The field of this name; it must be declared. */
  public Field field(String name) {
    return fields.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No field " + name + " in " + type));
  }

  /** How a system keeps this type; the mapping must name it. */
  public Side side(SystemName system) {
    Side side = sides.get(system);
    if (side == null) {
      throw new IllegalArgumentException("The mapping of " + type + " does not name " + system);
    }
    return side;
  }

  /** The fields that a system has, in the order of the mapping. */
  public List<Field> fieldsIn(SystemName system) {
    return fields.stream().filter(f -> f.isIn(system)).toList();
  }

  /** The fields that name a record of another type by its business key. */
  public List<Field> references() {
    return fields.stream().filter(f -> f.refersTo() != null).toList();
  }

  /** The business key of these values, or null when it is empty. */
  public String keyOf(Values values) {
    return values.get(key);
  }
}
