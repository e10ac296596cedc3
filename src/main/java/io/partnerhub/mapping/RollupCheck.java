package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks one derived field against the mapping of the children that it follows from. */
final class RollupCheck {

  private static final Set<Kind> NUMBERS = EnumSet.of(Kind.NUMBER, Kind.MONEY);
  private static final Set<Kind> ORDERED =
      EnumSet.of(Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.DATETIME);

  private final Map<RecordType, MappingFile> byType;
  private final MappingFile file;
  private final Field field;
  private final Rollup rollup;
  private final List<Fault> faults = new ArrayList<>();

  RollupCheck(Map<RecordType, MappingFile> byType, MappingFile file, Field field, Rollup rollup) {
    this.byType = byType;
    this.file = file;
    this.field = field;
    this.rollup = rollup;
  }

  List<Fault> faults() {
    MappingFile children = byType.get(rollup.children());
    if (children == null) {
      add(
          "is derived from " + rollup.children() + ", which no file maps",
          NearestName.hint(
              rollup.children().name(), byType.keySet().stream().map(RecordType::name).toList()));
      return faults;
    }
    checkVia(children.mapping());
    checkConditions(children.mapping(), rollup.where());
    checkMeasure(children.mapping());
    return faults;
  }

  private void checkVia(Mapping children) {
    List<String> links =
        children.references().stream()
            .filter(reference -> reference.refersTo().equals(file.mapping().type()))
            .map(Field::name)
            .toList();
    if (links.isEmpty()) {
      add(
          "is derived from " + children.type() + ", which does not refer to this type",
          "Add a reference to " + file.mapping().type() + " there");
    } else if (rollup.via() == null ? links.size() > 1 : !links.contains(rollup.via())) {
      add(
          "does not say by which reference it follows from " + children.type(),
          "Write \"via\" with one of: " + String.join(", ", links));
    }
  }

  private void checkMeasure(Mapping children) {
    Rollup.Measure measure = rollup.measure();
    if (measure instanceof Rollup.Count) {
      requireKind(NUMBERS);
    } else if (measure instanceof Rollup.Any || measure instanceof Rollup.All) {
      requireKind(EnumSet.of(Kind.BOOLEAN));
    } else if (measure instanceof Rollup.Sum sum) {
      requireKind(NUMBERS);
      requireChild(children, sum.field(), NUMBERS);
    } else if (measure instanceof Rollup.Min min) {
      sameKind(requireChild(children, min.field(), ORDERED));
    } else if (measure instanceof Rollup.Max max) {
      sameKind(requireChild(children, max.field(), ORDERED));
    } else if (measure instanceof Rollup.Latest latest) {
      Optional<Field> child = requireChild(children, latest.field(), EnumSet.allOf(Kind.class));
      sameKind(child);
      child.filter(same -> same.kind() == field.kind()).ifPresent(this::checkFit);
      requireChild(children, latest.by(), ORDERED);
    } else if (measure instanceof Rollup.Choose choose) {
      choose.cases().forEach(one -> checkCase(children, one));
    }
  }

  private void checkCase(Mapping children, Rollup.Case one) {
    if (one.where() != null) {
      checkConditions(children, one.where());
    }
    if (field.choices().isEmpty()) {
      NeverHeld.remedy(field, one.value())
          .ifPresent(
              remedy -> add("chooses \"" + one.value() + "\", which it never holds", remedy));
    }
  }

  /** Whether every value of a child's field of the same kind has a place here. */
  private void checkFit(Field child) {
    String from = child.name() + " of " + rollup.children();
    List<String> missing =
        child.choices().stream()
            .map(Field.Choice::value)
            .filter(value -> field.choices().stream().noneMatch(c -> c.value().equals(value)))
            .toList();
    if (!missing.isEmpty()) {
      add("lacks choices that " + from + " has: " + String.join(", ", missing), "Add them");
    }
    if (child.max() > field.max()) {
      add(
          "is derived from " + from + ", which may be longer",
          "Give it a \"max\" of at least " + child.max());
    }
    if (child.upperCase() != field.upperCase()) {
      add(
          "is derived from " + from + ", which is read otherwise",
          "Give it the same \"upperCase\"");
    }
  }

  private void requireKind(Set<Kind> kinds) {
    if (!kinds.contains(field.kind())) {
      add("cannot hold what is derived for it", "Make it of kind " + names(kinds));
    }
  }

  private void sameKind(Optional<Field> child) {
    if (child.isPresent() && child.get().kind() != field.kind()) {
      add(
          "is of another kind than " + child.get().name() + " of " + rollup.children(),
          "Make it of kind " + names(Set.of(child.get().kind())));
    }
  }

  private Optional<Field> requireChild(Mapping children, String name, Set<Kind> kinds) {
    Optional<Field> child = child(children, name);
    if (child.isPresent() && !kinds.contains(child.get().kind())) {
      add(
          "needs a field of kind " + names(kinds) + ", which " + name + " is not",
          "Name another field of " + children.type());
    }
    return child;
  }

  private void checkConditions(Mapping children, List<Rollup.Condition> conditions) {
    for (Rollup.Condition condition : conditions) {
      Optional<Field> child = child(children, condition.field());
      if (child.isPresent() && condition.values() != null) {
        condition.values().forEach(value -> checkValue(child.get(), value));
      }
    }
  }

  private void checkValue(Field child, String value) {
    List<String> choices = child.choices().stream().map(Field.Choice::value).toList();
    if (choices.isEmpty()) {
      NeverHeld.remedy(child, value)
          .ifPresent(
              remedy ->
                  add(
                      "waits for \"" + value + "\", which " + child.name() + " never holds",
                      remedy));
    } else if (!choices.contains(value)) {
      add(
          "waits for \"" + value + "\", which is no choice of " + child.name(),
          NearestName.hint(value, choices));
    }
  }

  private Optional<Field> child(Mapping children, String name) {
    Optional<Field> child =
        children.fields().stream().filter(f -> f.name().equals(name)).findFirst();
    if (child.isEmpty()) {
      add(
          "needs a field \"" + name + "\" of " + children.type() + ", which does not exist",
          NearestName.hint(name, children.fields().stream().map(Field::name).toList()));
    }
    return child;
  }

  private static String names(Set<Kind> kinds) {
    return kinds.stream().map(Kind::inWords).collect(Collectors.joining(" or "));
  }

  private void add(String what, String remedy) {
    faults.add(
        file.fault(
            LinkCheck.pointer(field) + "/derived", "Field " + field.name() + " " + what, remedy));
  }
}
