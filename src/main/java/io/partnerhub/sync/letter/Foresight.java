package io.partnerhub.sync.letter;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.mapping.Objections;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.Values;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges what the hub would send by what the systems tell today. */
final class Foresight {

  private final Mapping mapping;
  private final Function<RecordType, Optional<Mapping>> types;
  private final Reach reach;

  /**
   * @param types the mappings of the parents' types
   */
  Foresight(Mapping mapping, Function<RecordType, Optional<Mapping>> types, Reach reach) {
    this.mapping = mapping;
    this.types = types;
    this.reach = reach;
  }

  /** Forecasts by letter; each system is asked once for all of its letters. */
  Map<Long, Forecast> of(List<Prospect> prospects) {
    Map<Long, Forecast> forecasts = new TreeMap<>();
    prospects.stream()
        .collect(Collectors.groupingBy(Prospect::system))
        .forEach(
            (system, its) -> {
              try {
                Today today = new Today(reach.to(system), mapping, types, its);
                its.forEach(p -> forecasts.put(p.last().letter(), judged(p, today)));
              } catch (SystemUnavailable e) {
                Forecast unknown =
                    Forecast.cannotTell(
                        "%s cannot be asked now what it takes: %s"
                            .formatted(system, e.reason().message()));
                its.forEach(p -> forecasts.put(p.last().letter(), unknown));
              }
            });
    return forecasts;
  }

  private Forecast judged(Prospect prospect, Today today) {
    Optional<Metadata> place = today.place(prospect.due().location());
    if (place.isEmpty()) {
      return Forecast.stillFails(
          "there is no %s in %s, or it is hidden from the hub's user"
              .formatted(prospect.due().location(), prospect.system()));
    }
    List<String> objections =
        objections(prospect.due().fields(), prospect, place.get(), prospect.values());
    if (!objections.isEmpty()) {
      return Forecast.stillFails(String.join("; ", objections));
    }
    return switch (prospect.kind()) {
      case DUPLICATE -> duplicate(prospect, place.get(), today);
      case REFERENCE -> reference(prospect, today);
      case VALUE, MISSING, PERMISSION, GONE -> refused(prospect, place.get(), today);
      default ->
          Forecast.cannotTell(
              "it was not about the values (%s), so only a try tells"
                  .formatted(prospect.kind().word()));
    };
  }

  private List<String> objections(
      Set<String> fields, Prospect prospect, Metadata place, Values values) {
    return Objections.against(mapping, place, prospect.isAdd(), fields, values);
  }

  /** Whether the cause was one of those that the system's description shows, and shows no more. */
  private Forecast refused(Prospect prospect, Metadata place, Today today) {
    boolean shown =
        today.describes(prospect.last().reason())
            || !objections(
                    prospect.lastFields(mapping), prospect, place, prospect.lastValues(mapping))
                .isEmpty();
    return shown
        ? Forecast.wouldSucceed(
            "by what %s tells of %s today, nothing is in the way any more"
                .formatted(prospect.system(), place.title()))
        : onlyATryTells(prospect);
  }

  private Forecast duplicate(Prospect prospect, Metadata place, Today today) {
    if (!today.others(prospect).isEmpty()) {
      return Forecast.stillFails(
          "another copy in %s has the key %s: %s"
              .formatted(prospect.system(), prospect.key(), today.others(prospect).get(0).id()));
    }
    boolean mayBeAnotherField =
        mapping.fieldsIn(prospect.system()).stream()
            .filter(f -> prospect.due().fields().contains(f.name()))
            .filter(f -> !f.name().equals(mapping.key()) && f.refersTo() == null)
            .anyMatch(f -> place.fields().get(f.names().get(prospect.system())).unique());
    return today.describes(prospect.last().reason()) && !mayBeAnotherField
        ? Forecast.wouldSucceed(
            "no other copy in %s has the key %s any more"
                .formatted(prospect.system(), prospect.key()))
        : onlyATryTells(prospect);
  }

  private Forecast reference(Prospect prospect, Today today) {
    if (prospect.parents(mapping).isEmpty()) {
      return onlyATryTells(prospect);
    }
    List<String> missing = today.missingParents(prospect);
    return missing.isEmpty()
        ? Forecast.wouldSucceed("what it refers to is in " + prospect.system() + " now")
        : Forecast.stillFails(
            "%s is not in %s, or is hidden from the hub's user"
                .formatted(String.join(", ", missing), prospect.system()));
  }

  private Forecast onlyATryTells(Prospect prospect) {
    Set<String> changed = prospect.changed(mapping);
    return Forecast.cannotTell(
        changed.isEmpty()
            ? "the same values would be sent; whether %s still refuses them only a try tells: %s"
                .formatted(prospect.system(), prospect.last().reason().message())
            : "other values would be sent than those that failed: " + String.join(", ", changed));
  }
}
