package io.partnerhub.mapping;

import static io.partnerhub.mapping.MappingTexts.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingSetTest {

  private static final String PARTNER = type("partner");
  private static final String ORDER =
      type(
          "order",
          "partner: {kind: reference, to: partner, owner: salesforce, salesforce: P.Code__c}");
  private static final String ACTIVATION =
      type(
          "activation",
          "order: {kind: reference, to: order, owner: salesforce, salesforce: O.Code__c}",
          "seller: {kind: reference, to: partner, owner: salesforce, salesforce: S.Code__c}",
          "buyer: {kind: reference, to: partner, owner: salesforce, salesforce: B.Code__c}");

  @TempDir private Path directory;
  private MappingTexts texts;

  @BeforeEach
  void in_a_directory() {
    texts = new MappingTexts(directory);
  }

  @Test
  void parents_stand_before_their_children_whatever_the_order_of_the_files() {
    assertThat(texts.set(ACTIVATION, ORDER, PARTNER).mappings())
        .extracting(m -> m.type().name())
        .containsExactly("partner", "order", "activation");
  }

  @Test
  void types_without_references_keep_their_order() {
    assertThat(texts.set(type("b"), type("a"), type("c")).mappings())
        .extracting(m -> m.type().name())
        .containsExactly("b", "a", "c");
  }

  @Test
  void a_type_is_found_by_its_name() {
    MappingSet set = texts.set(PARTNER, ORDER);

    assertThat(set.find(new RecordType("order"))).isPresent();
    assertThat(set.find(new RecordType("unit"))).isEmpty();
  }

  @Test
  void the_children_of_a_type_are_those_whose_fields_refer_to_it() {
    MappingSet set = texts.set(PARTNER, ORDER, ACTIVATION);
    Mapping partner = set.find(new RecordType("partner")).orElseThrow();
    Mapping activation = set.find(new RecordType("activation")).orElseThrow();

    assertThat(set.mappings())
        .flatExtracting(
            child ->
                child.references().stream()
                    .filter(reference -> reference.refersTo().equals(partner.type()))
                    .map(reference -> child.type() + "." + reference.name())
                    .toList())
        .containsExactly("order.partner", "activation.seller", "activation.buyer");
    assertThat(partner.relatives().children())
        .extracting(RecordType::name)
        .containsExactlyInAnyOrder("order", "activation");
    assertThat(activation.relatives().children()).isEmpty();
  }

  @Test
  void two_files_cannot_map_one_type() {
    assertThat(texts.faultsBetween(PARTNER, type("partner")))
        .containsExactly("file2 1: Another file maps the type partner too. Keep one of them");
  }

  @Test
  void a_reference_to_no_type_is_named() {
    assertThat(
            texts.faultsBetween(
                PARTNER,
                type(
                    "order",
                    "partner: {kind: reference, to: parter, owner: salesforce, salesforce: P.Code__c}")))
        .containsExactly(
            "order 7: Field partner refers to parter, which no file maps. "
                + "Did you mean \"partner\"?");
  }

  @Test
  void a_type_cannot_refer_to_itself() {
    assertThat(
            texts.faultsBetween(
                type(
                    "unit",
                    "box: {kind: reference, to: unit, owner: salesforce, salesforce: B.Code__c}")))
        .containsExactly(
            "unit 1: The references of unit lead back to it. "
                + "A parent is written before its children: remove one of the references");
  }

  @Test
  void a_circle_of_three_is_named_at_each_and_nobody_else() {
    String back = "up: {kind: reference, to: activation, owner: salesforce, salesforce: U.Code__c}";

    assertThat(texts.faultsBetween(type("partner", back), ORDER, ACTIVATION, type("other", back)))
        .extracting(fault -> fault.substring(0, fault.indexOf(" lead")))
        .containsExactly(
            "activation 1: The references of activation",
            "order 1: The references of order",
            "partner 1: The references of partner");
  }

  @Test
  void a_reference_is_read_as_the_key_that_it_refers_to() {
    String reference =
        "partner: {kind: reference, to: partner, max: 20, owner: salesforce, salesforce: P.Code__c}";

    assertThat(texts.faultsBetween(PARTNER, type("order", reference)))
        .containsExactly(
            "order 7: Field partner is read otherwise than the key that it refers to. "
                + "Give it the same \"max\" and \"upperCase\" as code of partner");
  }

  @Test
  void a_key_that_others_refer_to_is_a_text() {
    String mailed = PARTNER.replace("kind: text", "kind: email");

    assertThat(texts.faultsBetween(mailed, ORDER))
        .containsExactly(
            "order 7: Field partner refers to partner, whose key is of kind email. "
                + "Make code of partner a text: a reference is compared letter by letter");
  }

  @Test
  void a_path_leads_to_the_key_of_the_parent() {
    String reference =
        "partner: {kind: reference, to: partner, owner: salesforce, salesforce: Account.Number__c}";

    assertThat(texts.faultsBetween(PARTNER, type("order", reference)))
        .containsExactly(
            "order 7: Field partner does not lead to Code__c, the key of its parent. "
                + "Write the lookup's name in queries, a dot, and Code__c");
  }

  @Test
  void only_a_reference_whose_parents_are_in_the_same_system_is_resolved_there() {
    String shipped =
        ORDER
            .replace("systems:", "systems:\n  fulfillment: {resource: orders, onDelete: ignore}")
            .replace("salesforce: Code__c", "salesforce: Code__c, fulfillment: code")
            .replace("salesforce: P.Code__c", "salesforce: P.Code__c, fulfillment: partner");

    Mapping order = texts.set(PARTNER, shipped).find(new RecordType("order")).orElseThrow();

    assertThat(order.resolvedIn(SystemName.SALESFORCE)).containsExactly("partner");
    assertThat(order.resolvedIn(SystemName.FULFILLMENT)).isEmpty();
  }

  @Test
  void what_a_new_copy_begins_with_is_a_choice() {
    String status =
        "status: {kind: picklist, choices: [Draft, Ready], shared: hold, salesforce: %s}";

    assertThat(texts.faultsOf(type("order", status.formatted("{name: Status, createAs: Darft}"))))
        .containsExactly(
            "7: \"Darft\" is no choice of status, but new copies are to begin with it. "
                + "Did you mean \"Draft\"?");
    assertThat(
            texts
                .field(type("unit", status.formatted("{name: S, createAs: Draft}")), "status")
                .createAs())
        .containsEntry(SystemName.SALESFORCE, "Draft");
  }
}
