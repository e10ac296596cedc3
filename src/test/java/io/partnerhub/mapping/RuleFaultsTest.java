package io.partnerhub.mapping;

import static io.partnerhub.mapping.MappingTexts.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules union, advance and derived need within one file. */
class RuleFaultsTest {

  @TempDir private Path directory;
  private MappingTexts texts;

  @BeforeEach
  void in_a_directory() {
    texts = new MappingTexts(directory);
  }

  @Test
  void union_is_for_sets_of_choices() {
    assertThat(faults("tags: {kind: text, shared: union, salesforce: T}"))
        .containsExactly(
            "7: Field tags of kind text is no set of choices. "
                + "Use union for a multi-picklist, or choose another rule");
    assertThat(
            faults("tags: {kind: multi-picklist, shared: union, salesforce: T, choices: [a, b]}"))
        .isEmpty();
  }

  @Test
  void advance_and_transitions_go_together() {
    assertThat(faults("s: {kind: picklist, shared: advance, salesforce: S, choices: [A, B]}"))
        .containsExactly(
            "7: Field s needs \"shared: advance\" and \"transitions\" together. "
                + "Add \"transitions\"");
    assertThat(
            faults(
                "s: {kind: picklist, shared: hold, salesforce: S, choices: [A, B],"
                    + " transitions: [A -> B]}"))
        .containsExactly(
            "7: Field s needs \"shared: advance\" and \"transitions\" together. "
                + "Write \"shared: advance\"");
  }

  @Test
  void transitions_name_choices_and_leave_none_out() {
    assertThat(
            faults(
                "s:",
                "  kind: picklist",
                "  shared: advance",
                "  salesforce: S",
                "  choices: [Requested, Shipped, Lost]",
                "  transitions: [Requested -> Shiped]"))
        .containsExactly(
            "12: \"Shiped\" is no choice of s. Did you mean \"Shipped\"?",
            "12: No transition leads to or from Shipped, Lost. "
                + "Add them: a status moves only along its transitions");
  }

  @Test
  void an_arrow_has_values_on_both_sides() {
    assertThat(
            faults(
                "s:",
                "  kind: picklist",
                "  shared: advance",
                "  salesforce: S",
                "  choices: [A, B, C]",
                "  transitions:",
                "    - A -> B ->",
                "    - A, , C"))
        .containsExactly(
            "13: A value is missing in \"A -> B ->\". "
                + "Write values between arrows and commas: Requested, Ready -> Shipped",
            "14: A value is missing in \"A, , C\". "
                + "Write values between arrows and commas: Requested, Ready -> Shipped");
  }

  @Test
  void transitions_of_what_is_no_picklist_are_named_once() {
    assertThat(faults("s: {kind: text, shared: advance, salesforce: S, transitions: [A -> B]}"))
        .containsExactly(
            "7: Field s of kind text cannot have \"transitions\". Remove it; it goes with: picklist");
  }

  @Test
  void a_derived_field_has_no_other_rule() {
    assertThat(
            faults("n: {kind: number, owner: salesforce, derived: {count: order}, salesforce: N}"))
        .containsExactly(
            "7: Field n has several rules: owner, derived. "
                + "Write \"owner\", \"shared\", \"derived\" or \"sync\", one of them");
  }

  @Test
  void the_key_and_a_mark_are_not_derived() {
    assertThat(
            texts.faultsOf(
                """
                type: thing
                key: code
                systems:
                  salesforce: {object: Thing__c, onDelete: {mark: {state: Gone}}}
                  fulfillment: {resource: things, onDelete: ignore}
                fields:
                  code: {kind: text, required: true, derived: {latest: part.code, by: day}, salesforce: C, fulfillment: c}
                  state: {kind: text, derived: {latest: part.state, by: day}, salesforce: S, fulfillment: s}
                """))
        .containsExactly(
            "4: The mark state is derived: it would not last. Mark a field with another rule",
            "7: The key code is derived: records would change their names. "
                + "Use a field with another rule");
  }

  @Test
  void cases_name_choices_of_their_field() {
    assertThat(
            faults(
                "a:",
                "  kind: picklist",
                "  salesforce: A",
                "  choices: [None, Partial, Complete]",
                "  derived:",
                "    choose:",
                "      - {value: Completed, all: activation, where: {status: Activated}}",
                "      - {value: None}"))
        .containsExactly("13: \"Completed\" is no choice of a. Did you mean \"Complete\"?");
  }

  @Test
  void a_case_has_one_way_and_its_conditions() {
    assertThat(
            faults(
                "a:",
                "  kind: text",
                "  salesforce: A",
                "  derived:",
                "    choose:",
                "      - {value: x, all: activation}",
                "      - {value: y, where: {status: z}}",
                "      - {value: z, any: activation, all: activation, where: {status: z}}"))
        .containsExactly(
            "12: The case \"x\" of a is incomplete. "
                + "Write \"any\" or \"all\" with the children's type, and \"where\"",
            "13: The case \"y\" of a always holds: none behind it counts. "
                + "Put it last, behind at least one with \"any\" or \"all\"",
            "13: The case \"y\" of a is incomplete. "
                + "Write \"any\" or \"all\" with the children's type, and \"where\"",
            "14: The case \"z\" of a is incomplete. "
                + "Write \"any\" or \"all\" with the children's type, and \"where\"");
  }

  @Test
  void a_case_that_always_holds_stands_alone_or_early_in_vain() {
    assertThat(faults("a: {kind: text, salesforce: A, derived: {choose: [{value: x}]}}"))
        .containsExactly(
            "7: The case \"x\" of a always holds: none behind it counts. "
                + "Put it last, behind at least one with \"any\" or \"all\"");
  }

  @Test
  void cases_look_at_one_type() {
    assertThat(
            faults(
                "a:",
                "  kind: text",
                "  salesforce: A",
                "  derived:",
                "    choose:",
                "      - {value: x, all: activation, where: {status: z}}",
                "      - {value: y, any: order, where: {status: z}}"))
        .containsExactly(
            "11: The cases of a look at several types: activation, order. "
                + "Derive a field from one type of children");
  }

  @Test
  void what_may_come_out_empty_is_not_required() {
    String what = "7: Field d may come out empty: a record would wait for what nobody can give. ";
    for (String measure :
        List.of("min: order.day", "max: order.day", "latest: order.day, by: day")) {
      assertThat(
              faults("d: {kind: date, required: true, derived: {" + measure + "}, salesforce: D}"))
          .containsExactly(what + "Remove \"required\"");
    }
    String choose =
        "d: {kind: text, required: true, salesforce: D, derived: {choose:"
            + " [{value: x, any: order, where: {paid: true}}%s]}}";
    assertThat(faults(choose.formatted("")))
        .containsExactly(
            what + "End \"choose\" with a case without conditions, or remove \"required\"");
    assertThat(faults(choose.formatted(", {value: y}"))).isEmpty();
    assertThat(faults("n: {kind: number, required: true, derived: {count: order}, salesforce: N}"))
        .isEmpty();
  }

  @Test
  void a_roll_up_has_one_measure() {
    assertThat(
            faults("n: {kind: number, derived: {count: order, sum: order.total}, salesforce: N}"))
        .containsExactly(
            "7: fields.n.derived does not name one measure. "
                + "Write one of: count, any, all, sum, min, max, latest, choose");
    assertThat(faults("n: {kind: number, derived: {where: {a: b}}, salesforce: N}"))
        .containsExactly(
            "7: fields.n.derived does not name one measure. "
                + "Write one of: count, any, all, sum, min, max, latest, choose");
  }

  @Test
  void latest_says_by_which_field() {
    assertThat(faults("n: {kind: text, derived: {latest: order.carrier}, salesforce: N}"))
        .containsExactly(
            "7: fields.n.derived has no \"by\". "
                + "Add it: the schema beside the mapping files says what it means");
  }

  @Test
  void a_measure_names_children_and_their_field_as_it_needs() {
    assertThat(faults("n: {kind: number, derived: {sum: order}, salesforce: N}"))
        .containsExactly(
            "7: fields.n.derived.sum is \"order\". "
                + "Write it in the form: activation.activatedOn");
    assertThat(faults("n: {kind: number, derived: {count: order.total}, salesforce: N}"))
        .containsExactly(
            "7: fields.n.derived.count is \"order.total\". Write it in the form: activation");
  }

  @Test
  void conditions_are_values_or_emptiness() {
    assertThat(
            faults(
                "n:",
                "  kind: number",
                "  salesforce: N",
                "  derived:",
                "    count: order",
                "    where:",
                "      paid: true",
                "      blocker: {empty: yes}",
                "      status: []",
                "      carrier: {is: x}"))
        .containsExactly(
            "14: fields.n.derived.where.blocker.empty is \"yes\". Write a value of type: boolean",
            "15: fields.n.derived.where.status is wrong. Must have at least 1 items but found 0",
            "16: fields.n.derived.where.carrier has no \"empty\". "
                + "Add it: the schema beside the mapping files says what it means",
            "16: fields.n.derived.where.carrier has no setting \"is\". Known are: empty");
  }

  @Test
  void a_reference_names_its_type() {
    assertThat(faults("p: {kind: reference, owner: salesforce, salesforce: P.Code__c}"))
        .containsExactly("7: Reference p names no record type. Add \"to\": the type it refers to");
    assertThat(faults("p: {kind: text, to: partner, owner: salesforce, salesforce: P}"))
        .containsExactly(
            "7: Field p of kind text cannot have \"to\". Remove it; it goes with: reference");
  }

  private List<String> faults(String... fields) {
    return texts.faultsOf(type("thing", fields));
  }
}
