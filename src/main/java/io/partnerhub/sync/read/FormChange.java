package io.partnerhub.sync.read;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldReading;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Readings;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.FieldForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a mapping differs from the one by which a type was read last. A system of which nothing is
 * known, as on the first start, is taken for one that was read by this mapping.
 */
final class FormChange {

  /** Where a system's copies are, among the forms of its fields. */
  private static final String PLACES = "";

  /** What no mapping says. */
  private static final String CHANGING = "?";

  private final Mapping mapping;
  private final Map<SystemName, Map<String, FieldForm>> known = new HashMap<>();
  private final Map<SystemName, Set<String>> added = new TreeMap<>();
  private final Map<SystemName, Set<String>> otherwise = new TreeMap<>();
  private final Set<SystemName> elsewhere = new TreeSet<>();
  private final Set<String> dropped = new TreeSet<>();
  private final boolean isAny;

  FormChange(List<FieldForm> last, Mapping mapping) {
    this.mapping = mapping;
    for (FieldForm form : last) {
      known.computeIfAbsent(form.system(), s -> new TreeMap<>()).put(form.field(), form);
      if (!mapping.declares(form.field()) && !isOfPlaces(form)) {
        dropped.add(form.field());
      }
    }
    mapping.sides().keySet().stream().filter(known::containsKey).forEach(this::compare);
    this.isAny = !Set.copyOf(forms(0)).equals(Set.copyOf(last)) || !isUnchanged();
  }

  private void compare(SystemName system) {
    for (Field field : mapping.fieldsIn(system)) {
      FieldForm was = known.get(system).get(field.name());
      FieldReading is = FieldReading.of(mapping, system, field);
      if (was == null || !was.reading().place().equals(is.place())) {
        added.computeIfAbsent(system, s -> new TreeSet<>()).add(field.name());
      } else if (!was.reading().equals(is)) {
        otherwise.computeIfAbsent(system, s -> new TreeSet<>()).add(field.name());
      }
    }
    FieldForm places = known.get(system).get(PLACES);
    FieldReading now = FieldReading.ofPlaces(mapping, system);
    if (places != null && !places.reading().place().equals(now.place())) {
      elsewhere.add(system);
    }
  }

  private static boolean isOfPlaces(FieldForm form) {
    return form.field().equals(PLACES);
  }

  private boolean isUnchanged() {
    return added.isEmpty() && otherwise.isEmpty() && dropped.isEmpty();
  }

  /** Whether anything is to be kept otherwise than it was. */
  boolean isAny() {
    return isAny;
  }

  /** Whether what is known of the records is to be looked through. */
  boolean concernsRecords() {
    return isAny && !known.isEmpty();
  }

  /** Fields that no system has any more. */
  Set<String> dropped() {
    return dropped;
  }

  /** Fields that some system says otherwise. */
  Set<String> otherwise() {
    return otherwise.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** Those of them that name a record, and of another type than before or for the first time. */
  List<Field> referring() {
    return otherwise().stream()
        .map(mapping::field)
        .filter(
            field -> field.refersTo() != null && known.values().stream().anyMatch(isNews(field)))
        .toList();
  }

  private static Predicate<Map<String, FieldForm>> isNews(Field field) {
    return last -> {
      FieldForm was = last.get(field.name());
      return was != null && !was.reading().refersTo(field.refersTo());
    };
  }

  /** Fields that name no record any more. */
  Set<String> notReferring() {
    Set<String> names = new TreeSet<>(dropped);
    otherwise().stream().filter(n -> mapping.field(n).refersTo() == null).forEach(names::add);
    return names;
  }

  /** Systems whose copies are to be read again. */
  Set<SystemName> unread() {
    Set<SystemName> unread = new TreeSet<>(added.keySet());
    unread.addAll(otherwise.keySet());
    return unread;
  }

  /** Systems of which other places take the copies. */
  Set<SystemName> elsewhere() {
    return elsewhere;
  }

  /**
   * What is known while it is being changed: whatever the next start is given, it finds that a
   * field was read otherwise before, and one that is dropped now as new.
   */
  List<FieldForm> begun() {
    return known.values().stream()
        .flatMap(last -> last.values().stream())
        .map(this::begun)
        .toList();
  }

  private FieldForm begun(FieldForm was) {
    String field = was.field();
    if (dropped.contains(field)) {
      return was.as(new FieldReading(CHANGING, was.reading().form()));
    }
    return otherwise().contains(field)
        ? was.as(new FieldReading(was.reading().place(), CHANGING))
        : was;
  }

  /** All that is to be known from now on. Of a system that is not mapped now, what was known. */
  List<FieldForm> forms(long tick) {
    List<FieldForm> forms = new ArrayList<>();
    for (SystemName system : mapping.sides().keySet()) {
      for (Field field : mapping.fieldsIn(system)) {
        FieldReading is = FieldReading.of(mapping, system, field);
        forms.add(new FieldForm(system, field.name(), is, since(system, field.name(), tick)));
      }
      FieldReading places = FieldReading.ofPlaces(mapping, system);
      forms.add(new FieldForm(system, PLACES, places, new Readings.Since(0, 0)));
    }
    known.forEach(
        (system, last) -> {
          if (!mapping.sides().containsKey(system)) {
            last.values().stream()
                .filter(f -> isOfPlaces(f) || mapping.declares(f.field()))
                .forEach(forms::add);
          }
        });
    return forms;
  }

  private Readings.Since since(SystemName system, String field, long tick) {
    if (!known.containsKey(system)) {
      return new Readings.Since(0, 0);
    }
    if (added.getOrDefault(system, Set.of()).contains(field)) {
      return new Readings.Since(tick, known.get(system).containsKey(field) ? tick : 0);
    }
    Readings.Since was = known.get(system).get(field).since();
    return otherwise.getOrDefault(system, Set.of()).contains(field)
        ? new Readings.Since(was.mapped(), tick)
        : was;
  }

  /** What is told of it, in sentences for people. */
  List<String> inWords() {
    List<String> sentences = new ArrayList<>();
    if (!dropped.isEmpty()) {
      sentences.add("no longer mapped and compared no more: " + String.join(", ", dropped));
    }
    for (SystemName system : unread()) {
      String fresh = named("not read there before: ", added.get(system));
      String other = named("read otherwise than before: ", otherwise.get(system));
      String both = fresh.isEmpty() || other.isEmpty() ? fresh + other : fresh + "; " + other;
      sentences.add("all copies in %s are read again, as of %s".formatted(system, both));
    }
    elsewhere.forEach(s -> sentences.add("copies in %s go to other places".formatted(s)));
    return sentences;
  }

  private static String named(String what, Set<String> fields) {
    return fields == null ? "" : what + String.join(", ", fields);
  }
}
