package io.partnerhub.mapping;

import static io.partnerhub.mapping.MappingTexts.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a derived field needs of the children that it follows from. */
class RollupFaultsTest {

  private static final String ORDER =
      type(
          "order",
          "partner: {kind: reference, to: partner, owner: salesforce, salesforce: P.Code__c}",
          "total: {kind: money, owner: salesforce, salesforce: T}",
          "day: {kind: date, owner: salesforce, salesforce: D}",
          "paid: {kind: boolean, owner: salesforce, salesforce: B}",
          "carrier: {kind: text, max: 40, owner: salesforce, salesforce: C}",
          "code2: {kind: text, upperCase: true, owner: salesforce, salesforce: C2}",
          "status: {kind: picklist, owner: salesforce, salesforce: S, choices: [Ready, Shipped]}",
          "tags: {kind: multi-picklist, owner: salesforce, salesforce: G, choices: [x, y]}");

  @TempDir private Path directory;
  private MappingTexts texts;

  @BeforeEach
  void in_a_directory() {
    texts = new MappingTexts(directory);
  }

  @Test
  void every_form_fits() {
    assertThat(
            faults(
                "a: {kind: number, derived: {count: order, where: {tags: x}}, salesforce: A}",
                "b: {kind: money, derived: {sum: order.total, where: {paid: true}}, salesforce: B}",
                "c: {kind: date, derived: {min: order.day, where: {day: 2026-02-28}}, salesforce: D}",
                "d: {kind: text, derived: {latest: order.carrier, by: day}, salesforce: E}",
                "e: {kind: boolean, derived: {all: order, where: {status: Ready}}, salesforce: F}",
                "f: {kind: picklist, derived: {latest: order.status, by: day}, salesforce: G,"
                    + " choices: [Shipped, Ready, Other]}",
                "g: {kind: number, derived: {choose: [{value: 1, any: order, where: {paid: true}},"
                    + " {value: 0}]}, salesforce: H}"))
        .isEmpty();
  }

  @Test
  void children_of_no_mapped_type() {
    assertThat(faults("n: {kind: number, derived: {count: ordre}, salesforce: N}"))
        .containsExactly(
            "partner 7: Field n is derived from ordre, which no file maps. Did you mean \"order\"?");
  }

  @Test
  void children_that_do_not_refer_to_the_type() {
    assertThat(
            texts.faultsBetween(
                type("partner", "n: {kind: number, derived: {count: unit}, salesforce: N}"),
                type("unit")))
        .containsExactly(
            "partner 7: Field n is derived from unit, which does not refer to this type. "
                + "Add a reference to partner there");
  }

  @Test
  void children_that_refer_to_the_type_twice() {
    String unit =
        type(
            "unit",
            "seller: {kind: reference, to: partner, owner: salesforce, salesforce: S.Code__c}",
            "buyer: {kind: reference, to: partner, owner: salesforce, salesforce: B.Code__c}");

    assertThat(
            texts.faultsBetween(
                type(
                    "partner",
                    "n: {kind: number, derived: {count: unit}, salesforce: N}",
                    "m: {kind: number, derived: {count: unit, via: byer}, salesforce: M}",
                    "k: {kind: number, derived: {count: unit, via: buyer}, salesforce: K}"),
                unit))
        .containsExactly(
            "partner 7: Field n does not say by which reference it follows from unit. "
                + "Write \"via\" with one of: seller, buyer",
            "partner 8: Field m does not say by which reference it follows from unit. "
                + "Write \"via\" with one of: seller, buyer");
  }

  @Test
  void what_the_field_cannot_hold() {
    assertThat(
            faults(
                "n: {kind: text, derived: {count: order}, salesforce: N}",
                "a: {kind: number, derived: {any: order}, salesforce: A}",
                "m: {kind: number, derived: {max: order.day}, salesforce: M}",
                "s: {kind: date, derived: {sum: order.total}, salesforce: S}"))
        .containsExactly(
            "partner 7: Field n cannot hold what is derived for it. "
                + "Make it of kind number or money",
            "partner 8: Field a cannot hold what is derived for it. Make it of kind boolean",
            "partner 9: Field m is of another kind than day of order. Make it of kind date",
            "partner 10: Field s cannot hold what is derived for it. "
                + "Make it of kind number or money");
  }

  @Test
  void fields_that_the_children_lack_or_that_are_no_measure() {
    assertThat(
            faults(
                "a: {kind: money, derived: {sum: order.totl}, salesforce: A}",
                "b: {kind: money, derived: {sum: order.day}, salesforce: B}",
                "c: {kind: text, derived: {latest: order.carrier, by: status}, salesforce: C}",
                "d: {kind: number, derived: {count: order, where: {state: Ready}}, salesforce: D}"))
        .containsExactly(
            "partner 7: Field a needs a field \"totl\" of order, which does not exist. "
                + "Did you mean \"total\"?",
            "partner 8: Field b needs a field of kind number or money, which day is not. "
                + "Name another field of order",
            "partner 9: Field c needs a field of kind number or money or date or datetime, "
                + "which status is not. Name another field of order",
            "partner 10: Field d needs a field \"state\" of order, which does not exist. "
                + "Did you mean \"status\"?");
  }

  @Test
  void values_that_a_condition_never_meets() {
    assertThat(
            faults(
                "a: {kind: number, derived: {count: order, where: {status: [Ready, Shiped]}},"
                    + " salesforce: A}",
                "b: {kind: number, derived: {count: order, where: {tags: z}}, salesforce: B}",
                "c: {kind: number, derived: {count: order, where: {paid: 'yes'}}, salesforce: C}",
                "d: {kind: number, derived: {count: order, where: {day: 2026-02-30}}, salesforce: D}",
                "e: {kind: number, derived: {count: order, where: {code2: ab}}, salesforce: E}",
                "f: {kind: boolean, derived: {any: order, where: {total: '1.50'}}, salesforce: F}"))
        .containsExactly(
            "partner 7: Field a waits for \"Shiped\", which is no choice of status. "
                + "Did you mean \"Shipped\"?",
            "partner 8: Field b waits for \"z\", which is no choice of tags. Did you mean \"x\"?",
            "partner 9: Field c waits for \"yes\", which paid never holds. Write true",
            "partner 10: Field d waits for \"2026-02-30\", which day never holds. "
                + "2026-02-30 is no day of the calendar",
            "partner 11: Field e waits for \"ab\", which code2 never holds. Write AB",
            "partner 12: Field f waits for \"1.50\", which total never holds. Write 1.5");
  }

  @Test
  void cases_that_wait_in_vain_or_that_the_field_cannot_hold() {
    assertThat(
            faults(
                "a: {kind: date, derived: {choose: [{value: Soon, any: order,"
                    + " where: {status: Redy}}]}, salesforce: A}"))
        .containsExactly(
            "partner 7: Field a chooses \"Soon\", which it never holds. "
                + "\"Soon\" is no date; write it as year-month-day: 2026-02-28",
            "partner 7: Field a waits for \"Redy\", which is no choice of status. "
                + "Did you mean \"Ready\"?");
  }

  @Test
  void texts_and_choices_that_would_not_fit() {
    assertThat(
            faults(
                "a: {kind: text, max: 20, derived: {latest: order.carrier, by: day}, salesforce: A}",
                "b: {kind: text, derived: {latest: order.code2, by: day}, salesforce: B}",
                "c: {kind: picklist, derived: {latest: order.status, by: day}, salesforce: C,"
                    + " choices: [Ready]}"))
        .containsExactly(
            "partner 7: Field a is derived from carrier of order, which may be longer. "
                + "Give it a \"max\" of at least 40",
            "partner 8: Field b is derived from code2 of order, which is read otherwise. "
                + "Give it the same \"upperCase\"",
            "partner 9: Field c lacks choices that status of order has: Shipped. Add them");
  }

  private List<String> faults(String... fields) {
    return texts.faultsBetween(type("partner", fields), ORDER);
  }
}
