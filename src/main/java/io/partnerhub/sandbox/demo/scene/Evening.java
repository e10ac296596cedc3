package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.PartnerTotals;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the systems must say at the end of the day: what they said in the morning, and the day's
 * own.
 */
final class Evening {

  private final Systems systems;
  private final Map<String, Comparison> morning;
  private final Map<String, Comparison> wanted;

  /** In the morning, when all is in step. */
  Evening(Systems systems) {
    this.systems = systems;
    this.morning = Comparison.byType(systems);
    this.wanted = Comparison.byType(systems);
  }

  /** The records of a type as they were in the morning. */
  Comparison morning(Records records) {
    return morning.get(records.type());
  }

  /** A field will be held for a person: each side keeps its own. */
  void differs(Records records, String key, String field) {
    Comparison of = wanted.get(records.type());
    of.inStep().remove(key);
    of.differing().computeIfAbsent(key, k -> new TreeSet<>()).add(field);
  }

  /** A record will be gone from a system. */
  void lacks(Records records, SystemName system, String key) {
    Comparison of = wanted.get(records.type());
    of.inStep().remove(key);
    of.missing().get(system).add(key);
  }

  /** A record will be new everywhere. */
  void comes(Records records, String key) {
    wanted.get(records.type()).inStep().add(key);
  }

  /** A record will have another key everywhere. */
  void renamed(Records records, String key, String newKey) {
    wanted.get(records.type()).inStep().remove(key);
    comes(records, newKey);
  }

  /** What is otherwise, by type; empty when all is as it must be. */
  Map<String, String> faults() {
    Map<String, String> faults = new TreeMap<>();
    Comparison.byType(systems)
        .forEach(
            (type, now) -> {
              Comparison then = wanted.get(type);
              if (!now.equals(then)) {
                faults.put(type, inWords(now, then));
              }
            });
    return faults;
  }

  private static String inWords(Comparison now, Comparison then) {
    Set<String> gone = new TreeSet<>(then.inStep());
    gone.removeAll(now.inStep());
    Set<String> strange = new TreeSet<>(now.inStep());
    strange.removeAll(then.inStep());
    return "no longer in step %s, in step unasked %s, differing %s, missing %s, twice %s, without a key %s"
        .formatted(gone, strange, now.differing(), now.missing(), now.twice(), now.withoutKey());
  }

  /** The partners in step whose orders or units are counted wrongly somewhere, with the fields. */
  Map<String, Set<String>> wrongTotals() {
    return new PartnerTotals(systems).wrong(Comparison.of(systems.partners()).inStep());
  }

  /** How many records of each type are in step, in words. */
  String sizes() {
    List<String> sizes = new ArrayList<>();
    Comparison.byType(systems)
        .forEach((type, now) -> sizes.add("%,d %ss".formatted(now.inStep().size(), type)));
    return String.join(", ", sizes);
  }
}
