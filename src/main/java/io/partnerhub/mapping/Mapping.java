package io.partnerhub.mapping;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One record type: its fields, their rules and their names in each system. */
public final class Mapping {

  private final RecordType type;
  private final String version;
  private final String key;
  private final List<Field> fields;
  private final Map<SystemName, Side> sides;
  private final Relatives relatives;
  private final Readings readings;

  // Asked for every field of every copy that is read: worked out once.
  private final Map<String, Field> byName = new HashMap<>();
  private final Map<SystemName, List<Field>> bySystem = new HashMap<>();
  private final Map<SystemName, Set<String>> resolved = new HashMap<>();
  private final List<Field> references;
  private final List<Field> derived;
  private final Set<String> sync;

  public Mapping(
      RecordType type,
      String version,
      String key,
      List<Field> fields,
      Map<SystemName, Side> sides,
      Relatives relatives) {
    this(type, version, key, fields, sides, relatives, Readings.AS_EVER);
  }

  private Mapping(
      RecordType type,
      String version,
      String key,
      List<Field> fields,
      Map<SystemName, Side> sides,
      Relatives relatives,
      Readings readings) {
    this.readings = readings;
    this.type = type;
    this.version = version;
    this.key = key;
    this.fields = fields;
    this.sides = sides;
    this.relatives = relatives;
    this.references = fields.stream().filter(f -> f.refersTo() != null).toList();
    this.derived = fields.stream().filter(f -> f.rule() instanceof FieldRule.Derived).toList();
    this.sync = fields.stream().filter(Field::isSync).map(Field::name).collect(toUnmodifiableSet());
    for (Field field : fields) {
      byName.put(field.name(), field);
      for (SystemName system : field.names().keySet()) {
        bySystem.computeIfAbsent(system, s -> new ArrayList<>()).add(field);
      }
    }
    bySystem.keySet().forEach(system -> resolved.put(system, resolved(system)));
  }

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
    return new Mapping(type, version, key, fields, sides, newRelatives, readings);
  }

  /** The same, whose fields are read as they are now since then. */
  public Mapping with(Readings newReadings) {
    return new Mapping(type, version, key, fields, sides, relatives, newReadings);
  }

  public RecordType type() {
    return type;
  }

  /** A digest of the file's content: another text is another version. */
  public String version() {
    return version;
  }

  /** The name of the field that holds the business key. */
  public String key() {
    return key;
  }

  /** All fields, in the order of the mapping. */
  public List<Field> fields() {
    return fields;
  }

  public Map<SystemName, Side> sides() {
    return sides;
  }

  public Relatives relatives() {
    return relatives;
  }

  public Readings readings() {
    return readings;
  }

  /** Whether it has a field of this name: what the hub knows may be of an older mapping. */
  public boolean declares(String name) {
    return byName.containsKey(name);
  }

  /** The field of this name; it must be declared. */
  public Field field(String name) {
    Field field = byName.get(name);
    if (field == null) {
      throw new IllegalArgumentException("No field " + name + " in " + type);
    }
    return field;
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
    return Collections.unmodifiableList(bySystem.getOrDefault(system, List.of()));
  }

  /** The fields that name a record of another type by its business key. */
  public List<Field> references() {
    return references;
  }

  /** The fields that the hub works out from other records. */
  public List<Field> derivedFields() {
    return derived;
  }

  /** The names of the fields in which the hub says what stands in a record's way. */
  public Set<String> syncFields() {
    return sync;
  }

  /** The names of a system's references whose parents are kept there too. */
  public Set<String> resolvedIn(SystemName system) {
    return resolved.getOrDefault(system, Set.of());
  }

  private Set<String> resolved(SystemName system) {
    return references.stream()
        .filter(f -> f.isIn(system))
        .filter(f -> relatives.parents().getOrDefault(f.refersTo(), Set.of()).contains(system))
        .map(Field::name)
        .collect(toUnmodifiableSet());
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
