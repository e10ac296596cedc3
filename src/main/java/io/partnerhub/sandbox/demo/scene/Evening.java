package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.PartnerTotals;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    this.morning = compare();
    this.wanted = compare();
  }

  private Map<String, Comparison> compare() {
    Map<String, Comparison> all = new LinkedHashMap<>();
    systems.all().forEach(records -> all.put(records.type(), Comparison.of(records)));
    return all;
  }

  /** The records of a type as they were in the morning. */
  Comparison morning(Records records) {
    return morning.get(records.type());
  }

  /** A field will be held for a person: each side keeps its own. */
  void differs(Records records, String key, String field) {
    wanted.get(records.type()).differing().computeIfAbsent(key, k -> new TreeSet<>()).add(field);
  }

  /** A record will be gone from a system. */
  void lacks(Records records, SystemName system, String key) {
    wanted.get(records.type()).missing().get(system).add(key);
  }

  /** What is otherwise, by type; empty when all is as it must be. */
  Map<String, String> faults() {
    Map<String, String> faults = new TreeMap<>();
    compare()
        .forEach(
            (type, now) -> {
              Comparison then = wanted.get(type);
              boolean same =
                  now.differing().equals(then.differing())
                      && now.missing().equals(then.missing())
                      && now.twice().equals(then.twice())
                      && now.withoutKey().equals(then.withoutKey());
              if (!same) {
                faults.put(
                    type, "differing %s, missing %s".formatted(now.differing(), now.missing()));
              }
            });
    return faults;
  }

  /** The partners in step whose orders or units are counted wrongly somewhere, with the fields. */
  Map<String, Set<String>> wrongTotals() {
    return new PartnerTotals(systems).wrong(Comparison.of(systems.partners()).inStep());
  }

  /** How many records of each type are in step, in words. */
  String sizes() {
    List<String> sizes = new ArrayList<>();
    compare().forEach((type, now) -> sizes.add("%,d %ss".formatted(now.inStep().size(), type)));
    return String.join(", ", sizes);
  }
}
