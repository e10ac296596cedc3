package io.partnerhub.sandbox.demo.world;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The records of one type in every system that has them. */
public final class Records {

  private final Mapping mapping;
  private final Map<SystemName, Copies> copies = new LinkedHashMap<>();

  Records(Mapping mapping, List<Copies> copies) {
    this.mapping = mapping;
    copies.forEach(in -> this.copies.put(in.system(), in));
  }

  public String type() {
    return mapping.type().name();
  }

  public Mapping mapping() {
    return mapping;
  }

  /** Every system that has them; Salesforce, which has them all, is the first. */
  public Set<SystemName> systems() {
    return copies.keySet();
  }

  /** The copies in a system; the mapping must name it. */
  public Copies in(SystemName system) {
    return Objects.requireNonNull(copies.get(system));
  }

  public Copies salesforce() {
    return in(SystemName.SALESFORCE);
  }

  public Copies tracker() {
    return in(SystemName.SMARTSHEET);
  }

  public Copies fulfillment() {
    return in(SystemName.FULFILLMENT);
  }

  /** What a system shows in a field of the mapping, as text; empty where it shows nothing. */
  public String shown(SystemName system, String key, String field) {
    return in(system)
        .find(key)
        .map(copy -> copy.shown().get(nameOf(field, system)))
        .map(Object::toString)
        .orElse("");
  }

  public String inSalesforce(String key, String field) {
    return shown(SystemName.SALESFORCE, key, field);
  }

  public String inTracker(String key, String field) {
    return shown(SystemName.SMARTSHEET, key, field);
  }

  public String inFulfillment(String key, String field) {
    return shown(SystemName.FULFILLMENT, key, field);
  }

  /** The value in its one text form; null when it is empty or the copy is not there. */
  public String value(SystemName system, String key, String field) {
    Optional<Copy> copy = in(system).find(key);
    return copy.map(c -> c.values().get(field)).orElse(null);
  }

  /** Whether every system that has a field says the same there, each in its own form. */
  public boolean agreed(String key, String field, String value) {
    Field declared = mapping.field(field);
    return systems().stream()
        .filter(declared::isIn)
        .allMatch(system -> Objects.equals(value(system, key, field), value));
  }

  /** Changes one field, as a person does. */
  public void edit(SystemName system, String key, String field, Object value) {
    in(system).edit(key, Map.of(nameOf(field, system), value));
  }

  public String nameOf(String field, SystemName system) {
    return mapping.field(field).names().get(system);
  }
}
