package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFaultsTest {

  @TempDir private Path directory;

  @Test
  void ten_and_more_faults_are_reported_at_once_in_the_order_of_their_lines() throws IOException {
    List<String> faults =
        faults(
            """
            type: partner
            key: cod
            colour: red
            systems:
              salesforce:
                object: Account
                onDelete: {mark: {status: Gone}}
              smartsheet:
                sheet: Partner tracker
                onDelete: forget
            fields:
              code: {kind: text, required: true, owner: salesforce, salesforce: Code__c, smartsheet: Code}
              name: {kind: txt, owner: salesforce, salesforce: Name, smartsheet: Company}
              city: {kind: text, max: 0, owner: smartsheet, salesforce: City}
              country: {kind: text, scale: 2, shared: prefer smartsheet, salesforce: Country}
              phone: {kind: phone, salesforce: Phone, smartsheet: Phone}
              fax: {kind: phone, shared: latest, owner: salesforce, salesforce: Phone, smartsheet: Fax}
              note: {kind: text, shard: latest, smartsheet: {name: Note, shortenedTo: 4000}}
              note: {kind: text, shared: latest, smartsheet: Note 2}
              status:
                kind: picklist
                shared: hold
                salesforce: Status__c
                smartsheet: Status
                choices:
                  - {value: Active, aliases: [live]}
                  - {value: Paused, smartsheet: Live}
            """);

    assertThat(faults)
        .containsExactly(
            "2: The key names a field \"cod\", which does not exist. Did you mean \"code\"?",
            "3: The mapping has no setting \"colour\". Known are: type, key, systems, fields",
            "7: \"Gone\" is no choice of status. Known are: Active, Paused",
            "9: The id of the sheet \"Partner tracker\" is not configured. "
                + "Set smartsheet.sheet.partner to it (in Smartsheet: File, Properties, Sheet ID)",
            "10: systems.smartsheet.onDelete is \"forget\". Write one of: ignore, propagate, restore",
            "13: fields.name.kind is \"txt\". Write one of: text, email, phone, number, money, "
                + "date, datetime, boolean, picklist, multi-picklist, reference",
            "14: Field city is decided by smartsheet, which does not have it. "
                + "Add \"smartsheet: <its name there>\" or choose another rule",
            "14: fields.city.max is wrong. Must have a minimum value of 1",
            "15: Field country is decided by smartsheet, which does not have it. "
                + "Add \"smartsheet: <its name there>\" or choose another rule",
            "15: Field country of kind text cannot have \"scale\". "
                + "Remove it; it goes with: money, number",
            "16: Field phone has no rule. Write \"owner\", \"shared\", \"derived\" or \"sync\", one of them",
            "17: Field fax has several rules: owner, shared. "
                + "Write \"owner\", \"shared\", \"derived\" or \"sync\", one of them",
            "17: Fields phone and fax are both \"Phone\" in salesforce. "
                + "Give each field a place of its own",
            "18: Field note has at most 255 characters and is never shortened here. "
                + "Remove \"shortenedTo\" or give the field a greater \"max\"",
            "18: Field note has no rule. Write \"owner\", \"shared\", \"derived\" or \"sync\", one of them",
            "18: fields.note has no setting \"shard\". Did you mean \"shared\"?",
            "19: \"note\" stands here a second time, first on line 18. Remove one of them",
            "27: \"Live\" means two choices of status: Active and Paused. "
                + "Upper and lower case are equal; let each spelling mean one choice");
  }

  @Test
  void a_sheet_for_each_value_needs_all_values_and_all_ids() throws IOException {
    List<String> faults =
        faults(
            """
            type: partner
            key: code
            systems:
              smartsheet:
                sheetBy: region
                sheets:
                  Europe: europe
                  Africa: africa
                onDelete: {mark: {region: Gone}}
            fields:
              code: {kind: text, required: true, shared: hold, smartsheet: Code}
              region: {kind: picklist, shared: hold, smartsheet: R, choices: [Europe, Other]}
            """
                .getBytes(StandardCharsets.UTF_8),
            Map.of("partner.africa", "1", "partner", "2"));

    assertThat(faults)
        .containsExactly(
            "6: No sheet is named for region: Other. Add them, or \"otherwise\" for every other value",
            "7: The id of the sheet \"europe\" is not configured. "
                + "Set smartsheet.sheet.partner.europe to it "
                + "(in Smartsheet: File, Properties, Sheet ID)",
            "8: \"Africa\" is no choice of region. Known are: Europe, Other",
            "9: \"Gone\" is no choice of region. Known are: Europe, Other",
            "9: Only smartsheet has region: no other system would show the mark. "
                + "Mark a field that another system has");
  }

  @Test
  void two_sheets_cannot_have_one_id() throws IOException {
    List<String> faults =
        faults(
            """
            type: thing
            key: code
            systems:
              smartsheet: {sheetBy: code, sheets: {a: one, b: two}, otherwise: one, onDelete: ignore}
            fields:
              code: {kind: text, required: true, shared: hold, smartsheet: Code}
            """
                .getBytes(StandardCharsets.UTF_8),
            Map.of("thing.one", "1", "thing.two", "1"));

    assertThat(faults)
        .containsExactly(
            "4: The sheets one and two have the same id. "
                + "Correct smartsheet.sheet.thing.one or smartsheet.sheet.thing.two");
  }

  @Test
  void a_sheet_is_grouped_by_a_field_of_its_own_that_people_can_write_as_a_heading()
      throws IOException {
    String yaml =
        """
        type: thing
        key: code
        systems:
          salesforce: {object: Thing__c, onDelete: ignore}
          smartsheet:
            sheet: Things
            onDelete: ignore
            groupedBy: %s
        fields:
          code: {kind: text, required: true, shared: hold, salesforce: Code__c, smartsheet: Code}
          maker: {kind: text, shared: hold, salesforce: Maker__c}
          note: {kind: text, max: 9000, shared: hold, smartsheet: {name: Note, shortenedTo: 4000}}
          gone: {kind: boolean, shared: hold, smartsheet: Gone}
        """;
    Map<String, String> sheets = Map.of("thing", "1");
    List<String> faults = new ArrayList<>();
    for (String by : List.of("makr", "code", "maker", "note", "gone")) {
      faults.addAll(faults(yaml.formatted(by).getBytes(StandardCharsets.UTF_8), sheets));
    }

    assertThat(faults)
        .containsExactly(
            "8: groupedBy names a field \"makr\", which does not exist. Did you mean \"maker\"?",
            "8: groupedBy names the key code: a heading is a row without a key. "
                + "Group by another field, such as a reference",
            "8: groupedBy names the field maker, which has no column in smartsheet. "
                + "Add \"smartsheet: <title of its column>\" to maker",
            "8: groupedBy names the field note, whose texts may be shortened there. "
                + "Group by a field without \"shortenedTo\"",
            "8: groupedBy names the field gone of kind boolean. "
                + "Group by a field of kind picklist, reference, text");
  }

  @Test
  void what_is_good_only_as_a_whole_is_not_shortened() throws IOException {
    assertThat(
            faults(
                """
                type: thing
                key: code
                systems:
                  salesforce: {object: Thing__c, onDelete: ignore}
                fields:
                  code: {kind: text, required: true, shared: hold, salesforce: {name: C, shortenedTo: 100}}
                  mail: {kind: email, shared: hold, salesforce: {name: M, shortenedTo: 100}}
                """))
        .containsExactly(
            "6: The key code cannot be shortened: no record would be found by a part of it. "
                + "Remove \"shortenedTo\", and lower \"max\" to what every system holds",
            "7: Field mail is no text and cannot be shortened. Remove \"shortenedTo\"");
  }

  @Test
  void a_wrong_shape_is_named_once_and_stops_no_other_check() throws IOException {
    List<String> faults =
        faults(
            """
            type: thing
            key: code
            systems:
              smartsheet: {sheet: A, sheetBy: code, sheets: {a: one}, onDelete: ignore}
            fields:
              code: {kind: text, required: true, shared: hold, smartsheet: Code}
              Postal-Code: {kind: text, shared: hold, smartsheet: P}
              empty:
              pick: {kind: picklist, shared: hold, smartsheet: Q, choices: [true, {alias: q}]}
            """
                .getBytes(StandardCharsets.UTF_8),
            Map.of("thing", "1", "thing.one", "2"));

    assertThat(faults)
        .containsExactly(
            "4: systems.smartsheet.sheet stands beside what replaces it. "
                + "Remove one of them: either sheet, or sheetBy and sheets",
            "7: fields has a name \"Postal-Code\". "
                + "Begin names with a small letter, then letters and digits: postalCode",
            "8: fields.empty is null. Write a value of type: object",
            "9: fields.pick.choices.0 is true. Write a value of type: string, object",
            "9: fields.pick.choices.1 has no \"value\". "
                + "Add it: the schema beside the mapping files says what it means",
            "9: fields.pick.choices.1 has no setting \"alias\". Did you mean \"aliases\"?");
  }

  @Test
  void a_key_must_be_a_required_text_in_every_system() throws IOException {
    List<String> faults =
        faults(
            """
            type: thing
            key: code
            systems:
              salesforce: {object: Thing__c, onDelete: ignore}
              smartsheet: {sheet: Things, onDelete: ignore}
            fields:
              code: {kind: number, shared: hold, salesforce: Code__c}
            """
                .getBytes(StandardCharsets.UTF_8),
            Map.of("thing", "1"));

    assertThat(faults)
        .containsExactly(
            "7: The key code is no text. Use a field of kind text or email",
            "7: The key code is not in smartsheet: nothing would match there. "
                + "Add \"smartsheet: <its name there>\"",
            "7: The key code may be empty. Add \"required: true\"");
  }

  @Test
  void a_missing_part_is_named() throws IOException {
    assertThat(faults("type: partner\nfields: {code: {kind: text, shared: hold}}\n"))
        .contains(
            "1: The mapping has no \"key\". "
                + "Add it: the schema beside the mapping files says what it means",
            "2: Field code is in no system. Add its name in each system that has it");
  }

  @Test
  void a_choice_of_several_cannot_hold_their_separator() throws IOException {
    assertThat(
            faults(
                """
                type: thing
                key: tags
                systems:
                  salesforce: {object: Thing__c, onDelete: ignore}
                fields:
                  tags:
                    kind: multi-picklist
                    required: true
                    shared: hold
                    salesforce: Tags__c
                    choices:
                      - Fine
                      - {value: Both, aliases: ["one; other"]}
                """))
        .contains(
            "13: Choice \"Both\" of tags holds a comma or a semicolon. "
                + "Choose another spelling: these separate the choices of one value");
  }

  @Test
  void a_line_that_is_not_UTF_8_is_named() throws IOException {
    byte[] latin1 = "type: partner\nkey: stra\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(faults(latin1, Map.of()))
        .containsExactly("2: This line is not UTF-8. Save the file in the character set UTF-8");
  }

  @Test
  void what_is_no_YAML_is_named_with_its_line() throws IOException {
    assertThat(faults("type: partner\nkey: [a, b\nfields: {}\n"))
        .singleElement(as(STRING))
        .startsWith("3: This is no YAML: ");
  }

  @Test
  void aliases_depth_documents_and_size_are_bounded() throws IOException {
    assertThat(faults("a: &x [1]\nb: *x\n"))
        .containsExactly("2: An alias (*name) stands here. Write the value out");
    assertThat(faults("[".repeat(5000))).singleElement(as(STRING)).contains("nested too deeply");
    assertThat(faults("type: a\n---\ntype: b\n"))
        .containsExactly("2: A second document begins here. Give each record type its own file");
    assertThat(faults("#".repeat(300_000))).singleElement(as(STRING)).contains("256 KiB");
  }

  @Test
  void an_empty_and_a_missing_file_say_so() throws IOException {
    assertThat(faults("")).singleElement(as(STRING)).contains("The file is empty");
    assertThatThrownBy(() -> MappingFile.load(directory.resolve("none.yaml"), Map.of()))
        .hasMessageContaining("none.yaml: The file cannot be read: there is none. ");
  }

  @Test
  void another_text_is_another_version() throws IOException {
    String text = Files.readString(Path.of("mappings/partner.yaml"));
    Path changed = Files.writeString(directory.resolve("partner.yaml"), text + "# a comment\n");
    Map<String, String> sheets = Map.of("partner", "1");

    assertThat(MappingFile.load(changed, sheets).version())
        .isNotEqualTo(MappingFile.load(Path.of("mappings/partner.yaml"), sheets).version());
  }

  @Test
  void every_setting_of_the_schema_is_described() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Path.of("mappings/mapping.schema.json").toFile());
    List<String> bare = new ArrayList<>();
    for (String part : List.of("", "/$defs/smartsheet", "/$defs/field", "/$defs/choice/then")) {
      schema.at(part + "/properties").properties().stream()
          .filter(p -> !p.getValue().has("description") && !p.getKey().equals("salesforce"))
          .filter(p -> !p.getKey().equals("smartsheet") && !p.getKey().equals("onDelete"))
          .forEach(p -> bare.add(part + "/" + p.getKey()));
    }

    assertThat(bare).isEmpty();
  }

  private List<String> faults(String yaml) throws IOException {
    return faults(yaml.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private List<String> faults(byte[] content, Map<String, String> sheets) throws IOException {
    Path file = Files.write(directory.resolve("partner.yaml"), content);
    MappingFaults thrown =
        catchThrowableOfType(MappingFaults.class, () -> MappingFile.load(file, sheets));
    assertThat(thrown).isNotNull();
    return thrown.faults().stream()
        .map(f -> f.line() + ": " + f.what() + ". " + f.remedy())
        .toList();
  }
}
