package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One record type: its fields, their rules and their names in each system.
 *
 * @param version a digest of the file's content: another text is another version
 * @param key name of the field that holds the business key
 */
public record Mapping(
    RecordType type,
    String version,
    String key,
    List<Field> fields,
    Map<SystemName, Side> sides,
    Relatives relatives) {

  /** A type that refers to no other, or whose relatives are not known yet. */
  public Mapping(
      RecordType type,
      String version,
      String key,
      List<Field> fields,
      Map<SystemName, Side> sides) {
    this(type, version, key, fields, sides, Relatives.NONE);
  }

  /** The same among its relatives. */
  public Mapping with(Relatives newRelatives) {
    return new Mapping(type, version, key, fields, sides, newRelatives);
  }

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

  /** The fields that the hub works out from other records. */
  public List<Field> derivedFields() {
    return fields.stream().filter(f -> f.rule() instanceof FieldRule.Derived).toList();
  }

  /** The names of a system's references whose parents are kept there too. */
  public Set<String> resolvedIn(SystemName system) {
    return references().stream()
        .filter(f -> f.isIn(system))
        .filter(f -> relatives.parents().getOrDefault(f.refersTo(), Set.of()).contains(system))
        .map(Field::name)
        .collect(Collectors.toSet());
  }

  /** What a new copy in a system is made with; where that differs, it gets the rest afterwards. */
  public Values asCreatedIn(SystemName system, Values agreed) {
    Values values = agreed;
    for (Field field : fieldsIn(system)) {
      String first = field.createAs().get(system);
      if (first != null && agreed.get(field.name()) != null) {
        values = values.with(field.name(), first);
      }
    }
    return values;
  }

  /** The business key of these values, or null when it is empty. */
  public String keyOf(Values values) {
    return values.get(key);
  }
}
