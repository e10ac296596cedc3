package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final Write ADD = write(Write.Action.ADD, null);
  private static final Write UPDATE = write(Write.Action.UPDATE, "001000000000001AAA");

  private final Refusal refusal = new Refusal("Partner_Code__c");

  private static Write write(Write.Action action, String id) {
    return new Write(1, action, new NativeId("Account", id), null, Set.of("name"), Values.none());
  }

  private Outcome outcome(Write write, String code, String message, String... fields) {
    return refusal.outcome(write, List.of(new ApiError(code, message, List.of(fields))));
  }

  @Test
  void a_text_that_is_too_long_is_named_with_the_length_that_fits_and_not_with_its_content() {
    Outcome outcome =
        outcome(
            UPDATE,
            "STRING_TOO_LONG",
            "Phone: data value too large: 0123 (max length=40)",
            "Phone");

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Rejected(
                new Reason(
                    ReasonClass.VALUE,
                    "STRING_TOO_LONG",
                    "Salesforce refused Phone: longer than 40 characters (STRING_TOO_LONG)")));
  }

  @Test
  void a_validation_rule_speaks_in_the_words_of_the_org() {
    Outcome outcome = outcome(ADD, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask finance first");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason().message()).contains("Ask finance first"));
  }

  @Test
  void a_double_key_on_an_add_names_the_record_that_has_it() {
    Outcome outcome =
        outcome(
            ADD,
            "DUPLICATE_VALUE",
            "duplicate value found: Partner_Code__c duplicates value on record with id: "
                + "001A0000006Vm9r");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Duplicate.class,
            twin -> assertThat(twin.existingId()).isEqualTo("001A0000006Vm9rIAC"));
  }

  @Test
  void a_double_key_on_a_hidden_record_has_no_id() {
    Outcome outcome =
        outcome(
            ADD,
            "DUPLICATE_VALUE",
            "duplicate value found: <unknown> duplicates value on record with id: <unknown>");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Duplicate.class, twin -> assertThat(twin.existingId()).isNull());
  }

  @Test
  void a_double_value_of_another_field_or_on_an_update_is_a_fault_of_the_data() {
    String other =
        "duplicate value found: Tax__c duplicates value on record with id: 001A0000006Vm9r";

    assertThat(outcome(ADD, "DUPLICATE_VALUE", other)).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome(UPDATE, "DUPLICATE_VALUE", "duplicate value found"))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void a_missing_record_is_gone_but_a_missing_record_that_a_field_points_to_is_bad_data() {
    assertThat(outcome(UPDATE, "ENTITY_IS_DELETED", "entity is deleted"))
        .isInstanceOf(Outcome.Gone.class);
    assertThat(outcome(UPDATE, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", "Id"))
        .isInstanceOf(Outcome.Gone.class);
    assertThat(
            outcome(UPDATE, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", "OwnerId"))
        .isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome(ADD, "ENTITY_IS_DELETED", "entity is deleted"))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNABLE_TO_LOCK_ROW",
        "SERVER_UNAVAILABLE",
        "QUERY_TIMEOUT",
        "REQUEST_LIMIT_EXCEEDED",
        "PROCESSING_HALTED",
        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
        "UNKNOWN_EXCEPTION"
      })
  void what_passes_is_tried_later(String code) {
    assertThat(outcome(UPDATE, code, "later")).isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void every_error_of_a_row_is_told() {
    Outcome outcome =
        refusal.outcome(
            ADD,
            List.of(
                new ApiError(
                    "REQUIRED_FIELD_MISSING", "Required fields are missing", List.of("Name")),
                new ApiError("A_NEW_CODE", "something new", List.of("Phone"))));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected ->
                assertThat(rejected.reason().message())
                    .isEqualTo(
                        "Salesforce refused Name: a value is required (REQUIRED_FIELD_MISSING);"
                            + " Phone: something new (A_NEW_CODE)"));
  }
}
