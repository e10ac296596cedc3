package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingCheckTest {

  @TempDir private Path directory;
  private MappingFile file;
  private final Map<String, Metadata.NativeField> object = new LinkedHashMap<>();
  private final Map<String, Metadata.NativeField> sheet = new LinkedHashMap<>();

  @BeforeEach
  void map_things() throws IOException {
    Path path =
        Files.writeString(
            directory.resolve("thing.yaml"),
            """
            type: thing
            key: code
            systems:
              salesforce: {object: Thing__c, onDelete: ignore}
              smartsheet: {sheet: Things, onDelete: ignore}
            fields:
              code: {kind: text, max: 20, required: true, owner: salesforce, salesforce: Code__c, smartsheet: Code}
              note: {kind: text, max: 9000, shared: hold, salesforce: Note__c, smartsheet: {name: Note, shortenedTo: 4000}}
              day: {kind: date, owner: salesforce, salesforce: Day__c, smartsheet: Day}
              state:
                kind: picklist
                shared: hold
                salesforce: State__c
                smartsheet: State
                choices:
                  - {value: Active, aliases: [live]}
                  - {value: Paused, smartsheet: On hold}
              said: {kind: text, max: 1000, sync: message, salesforce: Said__c}
            """);
    file = MappingFile.read(path, Map.of("thing", "77"));
    put(object, unique(text("Code__c", 20)));
    put(object, text("Note__c", 9000));
    put(object, readOnly(date("Day__c")));
    put(object, picklist("State__c", "Active", "Paused"));
    put(object, text("Said__c", 1000));
    put(sheet, text("Code", 4000));
    put(sheet, text("Note", 4000));
    put(sheet, date("Day"));
    put(sheet, picklist("State", "Active", "On hold"));
  }

  @Test
  void a_mapping_that_fits_has_no_faults() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_place_that_is_missing_is_named() {
    List<Fault> faults = check(file, List.of(salesforce()));

    assertThat(said(faults))
        .containsExactly(
            "5: There is no 77 in smartsheet, or the hub may not see it. "
                + "Correct the name or the id, or give the hub's user access to it");
  }

  @Test
  void a_renamed_column_is_suggested() {
    sheet.remove("Note");
    put(sheet, text("Notes", 4000));

    assertThat(faults())
        .containsExactly(
            "8: \"Note\" does not exist in Things. Was it renamed? Did you mean \"Notes\"?");
  }

  @Test
  void a_wrong_type_is_named() {
    put(sheet, text("Day", 4000));

    assertThat(faults())
        .containsExactly(
            "9: \"Day\" in Things is of type STRING and cannot hold a date. "
                + "Change its type there, or the kind of day");
  }

  @Test
  void a_wrong_type_hides_nothing_else_that_is_wrong() {
    put(object, readOnly(date("Code__c")));
    put(sheet, readOnly(required(email("Note", 80))));

    assertThat(faults())
        .containsExactly(
            "7: \"Code__c\" in Thing__c is of type DATE and cannot hold a text. "
                + "Change its type there, or the kind of code",
            "7: \"Code__c\" in Thing__c is the key, but two records may share a value. "
                + "Make it an external id that is unique",
            "8: \"Note\" in Things cannot be written by the hub. "
                + "Give the hub's user the right, or make smartsheet the owner",
            "8: \"Note\" in Things holds 80 characters, the mapping sends up to 4000. "
                + "Lower \"max\", or let it hold more there",
            "8: \"Note\" in Things is of type EMAIL and cannot hold a text. "
                + "Change its type there, or the kind of note",
            "8: \"Note\" in Things is required there, but may be empty here. "
                + "Add \"required: true\" to note");
  }

  @Test
  void what_is_calculated_is_not_said_to_want_a_right_but_may_be_too_short() {
    put(object, calculated(text("Note__c", 255)));

    assertThat(faults())
        .hasSize(2)
        .anyMatch(fault -> fault.contains("is calculated by salesforce"))
        .anyMatch(fault -> fault.contains("holds 255 characters, the mapping sends up to 9000"));
  }

  @Test
  void a_text_longer_than_the_field_is_named() {
    put(object, text("Note__c", 255));

    assertThat(faults())
        .containsExactly(
            "8: \"Note__c\" in Thing__c holds 255 characters, the mapping sends up to 9000. "
                + "Lower \"max\", or write {name: Note__c, shortenedTo: 255}");
  }

  @Test
  void no_key_and_no_very_short_text_is_told_to_be_shortened() {
    put(object, unique(text("Code__c", 10)));
    put(object, text("Note__c", 80));

    assertThat(faults())
        .containsExactly(
            "7: \"Code__c\" in Thing__c holds 10 characters, the mapping sends up to 20. "
                + "Lower \"max\", or let it hold more there",
            "8: \"Note__c\" in Thing__c holds 80 characters, the mapping sends up to 9000. "
                + "Lower \"max\", or let it hold more there");
  }

  @Test
  void a_choice_that_a_system_does_not_offer_is_named() {
    put(sheet, picklist("State", "Active", "Held"));

    assertThat(faults())
        .containsExactly(
            "14: \"State\" in Things offers \"Held\", which is no choice of state. "
                + "Add it to \"choices\", or as an alias of one",
            "17: \"State\" in Things does not offer \"On hold\". "
                + "Offer it there, or name its counterpart with \"smartsheet: …\". "
                + "Known are: Active, Held");
  }

  @Test
  void two_options_that_would_become_one_choice_are_named() {
    put(object, picklist("State__c", "Active", "Live", "Paused"));

    assertThat(faults())
        .containsExactly(
            "13: \"State__c\" in Thing__c keeps \"Active\" and \"Live\" apart, the mapping does not. "
                + "Make them two choices, or remove one of them there");
  }

  @Test
  void a_key_that_is_not_unique_is_named() {
    put(object, text("Code__c", 20));

    assertThat(faults())
        .containsExactly(
            "7: \"Code__c\" in Thing__c is the key, but two records may share a value. "
                + "Make it an external id that is unique");
  }

  @Test
  void a_field_that_the_hub_must_write_and_cannot_is_named() {
    put(sheet, readOnly(text("Code", 4000)));

    assertThat(faults())
        .containsExactly(
            "7: \"Code\" in Things cannot be written by the hub. "
                + "Give the hub's user the right, or make smartsheet the owner");
  }

  @Test
  void a_field_whose_changes_no_poll_shows_is_named() {
    put(object, calculated(text("Note__c", 9000)));

    assertThat(faults())
        .containsExactly(
            "8: \"Note__c\" in Thing__c is calculated by salesforce: its changes do not move the"
                + " time at which a record was changed, so no poll shows them. "
                + "Map the fields that it is made from, or take note out");
  }

  @Test
  void what_a_system_requires_must_be_mapped_and_required() {
    put(object, required(text("Owner__c", 20)));
    put(object, required(text("Note__c", 9000)));

    assertThat(faults())
        .containsExactly(
            "4: Thing__c requires \"Owner__c\", which is not mapped. "
                + "Map it, or make it optional there",
            "8: \"Note__c\" in Thing__c is required there, but may be empty here. "
                + "Add \"required: true\" to note");
  }

  @Test
  void what_the_hub_says_itself_is_not_told_to_be_required() {
    put(object, required(text("Said__c", 1000)));

    assertThat(faults())
        .containsExactly(
            "18: \"Said__c\" in Thing__c is required there, but may be empty here. "
                + "Make it optional there");
  }

  private List<String> faults() {
    Metadata smartsheet = new Metadata(SystemName.SMARTSHEET, "77", "Things", sheet);
    return said(check(file, List.of(salesforce(), smartsheet)));
  }

  private Metadata salesforce() {
    return new Metadata(SystemName.SALESFORCE, "Thing__c", "Thing__c", object);
  }

  private static List<String> said(List<Fault> faults) {
    List<String> said = new ArrayList<>();
    faults.forEach(f -> said.add(f.line() + ": " + f.what() + ". " + f.remedy()));
    return said;
  }

  private static void put(Map<String, Metadata.NativeField> fields, Metadata.NativeField field) {
    fields.put(field.name(), field);
  }

  private static Metadata.NativeField calculated(Metadata.NativeField field) {
    return new Metadata.NativeField(
        field.name(),
        field.type(),
        field.kinds(),
        field.maxLength(),
        field.presence(),
        false,
        Metadata.Access.NONE,
        null,
        true);
  }

  private static Metadata.NativeField text(String name, int max) {
    return new Metadata.NativeField(
        name, "STRING", EnumSet.of(Kind.TEXT), max, false, false, true, null);
  }

  private static Metadata.NativeField email(String name, int max) {
    return new Metadata.NativeField(
        name, "EMAIL", EnumSet.of(Kind.EMAIL), max, false, false, true, null);
  }

  private static Metadata.NativeField date(String name) {
    return new Metadata.NativeField(
        name, "DATE", EnumSet.of(Kind.DATE), Integer.MAX_VALUE, false, false, true, null);
  }

  /** For all systems of the mapping. */
  private static List<Fault> check(MappingFile file, List<Metadata> metadata) {
    return file.mapping().sides().keySet().stream()
        .flatMap(system -> MappingCheck.check(file, system, metadata).stream())
        .sorted()
        .distinct()
        .toList();
  }

  private static Metadata.NativeField picklist(String name, String... options) {
    return new Metadata.NativeField(
        name, "PICKLIST", EnumSet.of(Kind.PICKLIST), 255, false, false, true, List.of(options));
  }

  private static Metadata.NativeField required(Metadata.NativeField f) {
    return new Metadata.NativeField(
        f.name(), f.type(), f.kinds(), f.maxLength(), true, f.unique(), f.writable(), f.options());
  }

  private static Metadata.NativeField unique(Metadata.NativeField f) {
    return new Metadata.NativeField(
        f.name(),
        f.type(),
        f.kinds(),
        f.maxLength(),
        f.required(),
        true,
        f.writable(),
        f.options());
  }

  private static Metadata.NativeField readOnly(Metadata.NativeField f) {
    return new Metadata.NativeField(
        f.name(), f.type(), f.kinds(), f.maxLength(), f.required(), f.unique(), false, f.options());
  }
}
