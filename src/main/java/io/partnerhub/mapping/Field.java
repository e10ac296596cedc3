package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One field of a record type.
 *
 * @param max greatest number of characters of a text, at least 1
 * @param upperCase text compares and is kept in upper case (for keys that people type either way)
 * @param scale digits after the point of a number or an amount of money; more are rounded half up
 * @param choices values of a picklist in their order; empty for other kinds
 * @param refersTo the type whose business key the field holds; null unless it is a reference
 * @param names the field's name in each system that has it
 * @param shortenedTo characters that a system holds where that is less than {@code max}: it gets a
 *     visibly shortened text
 * @param createAs the value that a new copy must begin with in a system, where that is not any; it
 *     gets the agreed one by the next write
 * @param line line of the mapping file that declares it, from 1
 */
public record Field(
    String name,
    Kind kind,
    boolean required,
    int max,
    boolean upperCase,
    int scale,
    FieldRule rule,
    List<Choice> choices,
    RecordType refersTo,
    Map<SystemName, String> names,
    Map<SystemName, Integer> shortenedTo,
    Map<SystemName, String> createAs,
    int line) {

  /** A field with which a new copy may begin at any value. */
  public Field(
      String name,
      Kind kind,
      boolean required,
      int max,
      boolean upperCase,
      int scale,
      FieldRule rule,
      List<Choice> choices,
      RecordType refersTo,
      Map<SystemName, String> names,
      Map<SystemName, Integer> shortenedTo,
      int line) {
    this(
        name,
        kind,
        required,
        max,
        upperCase,
        scale,
        rule,
        choices,
        refersTo,
        names,
        shortenedTo,
        Map.of(),
        line);
  }

  /**
   * One value of a picklist.
   *
   * @param value canonical value
   * @param aliases other spellings that mean it, in any system
   * @param names how each system writes it, where that is not {@code value}
   */
  public record Choice(String value, Set<String> aliases, Map<SystemName, String> names) {

    /** How a system writes this choice. */
    public String nameIn(SystemName system) {
      return names.getOrDefault(system, value);
    }

    /** Whether a text means this choice in a system; upper and lower case are equal. */
    boolean isMeantBy(SystemName system, String text) {
      if (nameIn(system).equalsIgnoreCase(text) || value.equalsIgnoreCase(text)) {
        return true;
      }
      for (String alias : aliases) { // no stream: asked for every choice of every copy read
        if (alias.equalsIgnoreCase(text)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The choice that a text means in a system, if any. */
  public Optional<Choice> choiceFor(SystemName system, String text) {
    for (Choice choice : choices) {
      if (choice.isMeantBy(system, text)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  /** Whether the value is the hub's own: it is accepted from nobody. */
  public boolean isDerived() {
    return rule instanceof FieldRule.Derived || isSync();
  }

  /** Whether the hub says here what stands in the record's way. */
  public boolean isSync() {
    return rule instanceof FieldRule.Sync;
  }

  /** Whether this system's users alone decide. */
  public boolean isOwnedBy(SystemName system) {
    return rule.equals(new FieldRule.Owner(system));
  }

  /** Whether a system has this field. */
  public boolean isIn(SystemName system) {
    return names.containsKey(system);
  }
}
