package io.partnerhub.sandbox.demo.world;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The copies of one type beside each other at one moment, field by field, each in its one text
 * form.
 *
 * @param inStep keys that every system has once, and all copies say the same
 * @param differing fields that differ between two systems, by key
 * @param missing keys that some other system has, by the system that lacks them
 * @param twice keys that several copies of one system have
 * @param withoutKey ids of copies without a key
 */
public record Comparison(
    Set<String> inStep,
    Map<String, Set<String>> differing,
    Map<SystemName, Set<String>> missing,
    Set<String> twice,
    List<String> withoutKey) {

  /** The records as they are now. */
  public static Comparison of(Records records) {
    Comparison comparison =
        new Comparison(
            new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
    Map<String, Map<SystemName, Copy>> byKey = new TreeMap<>();
    for (SystemName system : records.systems()) {
      comparison.missing.put(system, new TreeSet<>());
      for (Copy copy : records.in(system).all()) {
        comparison.sort(copy, system, byKey);
      }
    }
    byKey.forEach((key, copies) -> comparison.compare(key, copies, records));
    return comparison;
  }

  /** Those of every type, parents first, as they are now. */
  public static Map<String, Comparison> byType(Systems systems) {
    Map<String, Comparison> byType = new LinkedHashMap<>();
    systems.all().forEach(records -> byType.put(records.type(), of(records)));
    return byType;
  }

  private void sort(Copy copy, SystemName system, Map<String, Map<SystemName, Copy>> byKey) {
    if (copy.key() == null) {
      withoutKey.add(copy.id());
    } else if (byKey.computeIfAbsent(copy.key(), key -> new TreeMap<>()).put(system, copy)
        != null) {
      twice.add(copy.key());
    }
  }

  private void compare(String key, Map<SystemName, Copy> copies, Records records) {
    if (twice.contains(key)) {
      return;
    }
    records.systems().stream()
        .filter(system -> !copies.containsKey(system))
        .forEach(system -> missing.get(system).add(key));
    Set<String> fields = differences(copies, records.mapping());
    if (!fields.isEmpty()) {
      differing.put(key, fields);
    } else if (copies.size() == records.systems().size()) {
      inStep.add(key);
    }
  }

  /** Fields that two copies of a record say different things in, each copy by its system. */
  public static Set<String> differences(Map<SystemName, Copy> copies, Mapping mapping) {
    Set<String> fields = new TreeSet<>();
    for (Field field : mapping.fields()) {
      List<String> values = new ArrayList<>();
      copies.forEach(
          (system, copy) -> {
            if (field.isIn(system)) {
              values.add(copy.values().get(field.name()));
            }
          });
      if (values.stream().anyMatch(value -> !isSame(values.get(0), value))) {
        fields.add(field.name());
      }
    }
    return fields;
  }

  private static boolean isSame(String one, String other) {
    return Objects.equals(one, other) || shortens(one, other) || shortens(other, one);
  }

  /** A cell holds less than Salesforce: it begins as the text does, and says that it was cut. */
  private static boolean shortens(String cell, String whole) {
    return whole != null
        && cell != null
        && Conversion.isShortened(cell)
        && whole.startsWith(cell.substring(0, cell.lastIndexOf('\u2026')));
  }
}
