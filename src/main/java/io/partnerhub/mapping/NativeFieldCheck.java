package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one field of a mapping against the field or column that it names. */
final class NativeFieldCheck {

  private static final Set<Kind> TEXTS =
      EnumSet.of(Kind.TEXT, Kind.EMAIL, Kind.PHONE, Kind.REFERENCE);

  /** As the schema says. */
  private static final int LEAST_SHORTENED = 100;

  private final MappingFile file;
  private final Field field;
  private final Metadata place;
  private final Metadata.NativeField found;
  private final List<Fault> faults = new ArrayList<>();

  NativeFieldCheck(MappingFile file, Field field, Metadata place, Metadata.NativeField found) {
    this.file = file;
    this.field = field;
    this.place = place;
    this.found = found;
  }

  List<Fault> faults() {
    checkKind();
    if (leadsNowhere()) {
      return faults;
    }
    if (found.calculated()) {
      addCalculated();
    } else {
      checkAccess();
    }
    checkLength();
    checkKey();
    checkRequired();
    if (found.options() != null && !field.choices().isEmpty()) {
      checkChoices();
      checkOptions();
    }
    return faults;
  }

  /** Whether it can hold such values at all, whichever they are. */
  List<Fault> faultsOfKind() {
    checkKind();
    return faults;
  }

  /** A path that cannot be used: there is no field of which more could be said. */
  private boolean leadsNowhere() {
    return found.kinds().isEmpty() && found.name().contains(".");
  }

  private void checkKind() {
    if (leadsNowhere()) {
      add(
          subject() + " cannot be used: " + found.type(),
          "Write it as the lookup's name in queries, a dot, and the parent's external id");
    } else if (!found.kinds().contains(field.kind())) {
      add(
          subject()
              + " is of type "
              + found.type()
              + " and cannot hold a "
              + field.kind().inWords(),
          "Change its type there, or the kind of " + field.name());
    }
  }

  private void addCalculated() {
    add(
        subject()
            + " is calculated by "
            + place.system()
            + ": its changes do not move the time at which a record was changed, so no poll"
            + " shows them",
        "Map the fields that it is made from, or take " + field.name() + " out");
  }

  /** Of what holds no texts, the length is one of digits. */
  private void checkLength() {
    int sent = field.shortenedTo().getOrDefault(place.system(), field.max());
    boolean texts =
        TEXTS.contains(field.kind()) && found.kinds().stream().anyMatch(TEXTS::contains);
    if (texts && sent > found.maxLength()) {
      add(
          subject()
              + " holds "
              + found.maxLength()
              + " characters, the mapping sends up to "
              + sent,
          "Lower \"max\", or " + otherThanLower());
    }
  }

  /** A part of a key, of an address or of a number would be another one. */
  private String otherThanLower() {
    boolean whole = field.kind() != Kind.TEXT || field.name().equals(file.mapping().key());
    return whole || found.maxLength() < LEAST_SHORTENED
        ? "let it hold more there"
        : "write {name: " + found.name() + ", shortenedTo: " + found.maxLength() + "}";
  }

  private void checkAccess() {
    if (!found.writable() && !isOwnedHere()) {
      add(
          subject() + " cannot be written by the hub",
          "Give the hub's user the right, or make " + place.system() + " the owner");
    }
  }

  private void checkKey() {
    boolean canBeUnique = place.system().equals(SystemName.SALESFORCE);
    if (field.name().equals(file.mapping().key()) && canBeUnique && !found.unique()) {
      add(
          subject() + " is the key, but two records may share a value",
          "Make it an external id that is unique");
    }
  }

  private void checkRequired() {
    if (found.required() && !field.required() && field.kind() != Kind.BOOLEAN) {
      add(
          subject() + " is required there, but may be empty here",
          field.isDerived()
              ? "Make it optional there"
              : "Add \"required: true\" to " + field.name());
    }
  }

  /** A choice that the system does not offer would be refused when it is written. */
  private void checkChoices() {
    for (int i = 0; i < field.choices().size(); i++) {
      String name = field.choices().get(i).nameIn(place.system());
      if (!found.options().contains(name) && !isOwnedHere()) {
        faults.add(
            file.fault(
                choicePointer(i),
                subject() + " does not offer \"" + name + "\"",
                "Offer it there, or name its counterpart with \""
                    + place.system()
                    + ": …\". "
                    + NearestName.hint(name, found.options())));
      }
    }
  }

  /** Each option must be one choice, and no choice may be two options. */
  private void checkOptions() {
    Map<String, String> optionOf = new HashMap<>();
    for (String option : found.options()) {
      Optional<Field.Choice> choice = field.choiceFor(place.system(), NativeText.tidy(option));
      if (choice.isEmpty()) {
        add(
            subject() + " offers \"" + option + "\", which is no choice of " + field.name(),
            "Add it to \"choices\", or as an alias of one");
        continue;
      }
      String other = optionOf.putIfAbsent(choice.get().value(), option);
      if (other != null) {
        add(
            subject()
                + " keeps \""
                + other
                + "\" and \""
                + option
                + "\" apart, the mapping does not",
            "Make them two choices, or remove one of them there");
      }
    }
  }

  private boolean isOwnedHere() {
    return field.isOwnedBy(place.system());
  }

  private String choicePointer(int index) {
    return YamlFile.child("/fields", field.name()) + "/choices/" + index;
  }

  private String subject() {
    return "\"" + found.name() + "\" in " + place.title();
  }

  private void add(String what, String remedy) {
    faults.add(file.fault(MappingCheck.fieldPointer(field, place.system()), what, remedy));
  }
}
