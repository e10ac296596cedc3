package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.mapping.Metadata.NativeField;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.SystemName;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescribeTest {

  private final SimulatedOrg salesforce = new SimulatedOrg();

  @AfterEach
  void stop() {
    salesforce.close();
  }

  private NativeField field(String name) {
    Metadata metadata = salesforce.connector().metadata(salesforce.mapping).get(0);
    return metadata.fields().get(name);
  }

  @Test
  void a_unique_external_id_is_unique_and_has_its_length() {
    assertThat(field("Partner_Code__c"))
        .satisfies(
            code -> {
              assertThat(code.unique()).isTrue();
              assertThat(code.maxLength()).isEqualTo(20);
              assertThat(code.writable()).isTrue();
              assertThat(code.required()).isFalse();
              assertThat(code.kinds()).contains(Kind.TEXT);
              assertThat(code.options()).isNull();
            });
  }

  @Test
  void only_a_field_without_default_and_null_is_required() {
    assertThat(field("Name").required()).isTrue();
    assertThat(field("OwnerId").required()).isFalse();
    assertThat(field("Newsletter__c").required()).isFalse();
  }

  @Test
  void a_restricted_picklist_tells_its_options_and_an_open_one_takes_any() {
    assertThat(field("Region__c").options())
        .containsExactly("Europe", "North America", "South America", "Other");
    assertThat(field("Type").options()).isNull();
  }

  @Test
  void system_fields_are_not_writable() {
    assertThat(field("SystemModstamp").writable()).isFalse();
    assertThat(field("Id").writable()).isFalse();
  }

  @Test
  void a_formula_is_calculated() {
    salesforce.org().changeField("Account", "Credit_Limit__c", Map.of("calculated", true));

    assertThat(field("Credit_Limit__c").calculated()).isTrue();
    assertThat(field("Credit_Limit__c").writable()).isFalse();
    assertThat(field("Discount__c").calculated()).isFalse();
  }

  @Test
  void each_type_tells_what_it_can_carry() {
    assertThat(field("Contact_Email__c").kinds()).contains(Kind.EMAIL);
    assertThat(field("Phone").kinds()).contains(Kind.PHONE);
    assertThat(field("Credit_Limit__c").kinds()).contains(Kind.MONEY);
    assertThat(field("Discount__c").kinds()).contains(Kind.NUMBER);
    assertThat(field("Onboarded_On__c").kinds()).containsExactly(Kind.DATE);
    assertThat(field("Last_Review__c").kinds()).containsExactly(Kind.DATETIME);
    assertThat(field("Newsletter__c").kinds()).containsExactly(Kind.BOOLEAN);
    assertThat(field("Programmes__c").kinds()).containsExactly(Kind.MULTI_PICKLIST);
    assertThat(field("ParentId").kinds()).containsExactly(Kind.REFERENCE);
    assertThat(field("Credit_Limit__c").maxLength()).isEqualTo(16);
  }

  @Test
  void an_object_that_the_org_lacks_is_left_out() {
    Mapping known = salesforce.mapping;
    Side side = known.side(SystemName.SALESFORCE);
    Mapping unknown =
        new Mapping(
            known.type(),
            known.version(),
            known.key(),
            known.fields(),
            Map.of(
                SystemName.SALESFORCE,
                new Side(side.system(), new Placement.One("Nothing__c"), side.onDelete())));

    assertThat(salesforce.connector().metadata(unknown)).isEmpty();
  }
}
