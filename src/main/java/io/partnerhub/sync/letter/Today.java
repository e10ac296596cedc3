package io.partnerhub.sync.letter;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one system tells today of what some letters are about. Asked in bulk: the description of its
 * places, and only for refusals of that kind, who has a key and which parents there are.
 */
final class Today {

  private final Connector connector;
  private final Mapping mapping;
  private final List<Metadata> places;
  private final Map<String, List<NativeId>> copies = new HashMap<>();
  private final Map<RecordType, Map<String, List<NativeId>>> parents = new LinkedHashMap<>();

  /**
   * Asks.
   *
   * @throws SystemUnavailable when the system does not answer
   */
  Today(
      Connector connector,
      Mapping mapping,
      Function<RecordType, Optional<Mapping>> types,
      List<Prospect> prospects) {
    this.connector = connector;
    this.mapping = mapping;
    this.places = connector.metadata(mapping);
    copies.putAll(
        found(
            mapping,
            of(prospects, ReasonClass.DUPLICATE).stream()
                .map(Prospect::key)
                .collect(Collectors.toSet())));
    Map<RecordType, Set<String>> referredTo = new LinkedHashMap<>();
    for (Prospect prospect : of(prospects, ReasonClass.REFERENCE)) {
      prospect
          .parents(mapping)
          .forEach(
              (type, keys) -> referredTo.computeIfAbsent(type, t -> new TreeSet<>()).addAll(keys));
    }
    referredTo.forEach((type, keys) -> types.apply(type).ifPresent(m -> ask(m, keys)));
  }

  private static List<Prospect> of(List<Prospect> prospects, ReasonClass kind) {
    return prospects.stream().filter(p -> p.kind() == kind && p.key() != null).toList();
  }

  private void ask(Mapping parent, Set<String> keys) {
    parents.put(parent.type(), found(parent, keys));
  }

  private Map<String, List<NativeId>> found(Mapping of, Collection<String> keys) {
    Map<String, List<NativeId>> found = new HashMap<>();
    if (!keys.isEmpty()) {
      for (Observation copy : connector.find(of, keys)) {
        String key = copy.values().get(of.key());
        if (key != null && !copy.deleted()) {
          found.computeIfAbsent(folded(key), k -> new ArrayList<>()).add(copy.id());
        }
      }
    }
    return found;
  }

  /** Where a write goes to; empty where that place does not exist or is hidden. */
  Optional<Metadata> place(String location) {
    return places.stream().filter(place -> place.location().equals(location)).findFirst();
  }

  /** Other copies that have the key of a record. */
  List<NativeId> others(Prospect prospect) {
    return copies.getOrDefault(folded(prospect.key()), List.of()).stream()
        .filter(id -> !id.equals(prospect.own()))
        .toList();
  }

  /** The parents that a write refers to and that are not to be found, as people name them. */
  List<String> missingParents(Prospect prospect) {
    List<String> missing = new ArrayList<>();
    prospect
        .parents(mapping)
        .forEach(
            (type, keys) ->
                keys.stream()
                    .filter(key -> !parents.getOrDefault(type, Map.of()).containsKey(folded(key)))
                    .forEach(key -> missing.add(type + " " + key)));
    return missing;
  }

  /** Whether what it tells shows if the cause of a refusal is gone. */
  boolean describes(Outcome.Reason reason) {
    return connector.describes(reason);
  }

  /** Systems find a key in any case. */
  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
