package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.connector.Cleaning;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final Write ADD = write(Write.Action.ADD, null);
  private static final Write UPDATE = write(Write.Action.UPDATE, "001000000000001AAA");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Refusal refusal = new Refusal("Partner_Code__c", new Cleaning(List.of("t0ken")));

  private static Write write(Write.Action action, String id) {
    return new Write(1, action, new NativeId("Account", id), null, Set.of("name"), Values.none());
  }

  private Outcome outcome(Write write, String code, String message, String... fields) {
    return refusal.outcome(write, JSON.createArrayNode().add(error(code, message, fields)));
  }

  private static JsonNode error(String code, String message, String... fields) {
    return JSON.valueToTree(
        new TreeMap<>(Map.of("statusCode", code, "message", message, "fields", fields)));
  }

  private static Reason reason(Outcome outcome) {
    return outcome instanceof Outcome.Gone gone
        ? gone.reason()
        : ((Outcome.Failed) outcome).reason();
  }

  /** Every code that the facts list for a row, and those that other rules of the org give. */
  @ParameterizedTest
  @CsvSource({
    "UNABLE_TO_LOCK_ROW, CONFLICT, TIME",
    "SERVER_UNAVAILABLE, SERVER, OTHER_SYSTEM",
    "QUERY_TIMEOUT, SERVER, OTHER_SYSTEM",
    "UNKNOWN_EXCEPTION, SERVER, OTHER_SYSTEM",
    "REQUEST_LIMIT_EXCEEDED, BUDGET, TIME",
    "INVALID_SESSION_ID, AUTH, OPERATOR",
    "ALL_OR_NONE_OPERATION_ROLLED_BACK, CONFLICT, TIME",
    "PROCESSING_HALTED, CONFLICT, TIME",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION, VALUE, OWNER",
    "REQUIRED_FIELD_MISSING, MISSING, OWNER",
    "STRING_TOO_LONG, VALUE, OWNER",
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, VALUE, OWNER",
    "INVALID_EMAIL_ADDRESS, VALUE, OWNER",
    "NUMBER_OUTSIDE_VALID_RANGE, VALUE, OWNER",
    "FIELD_INTEGRITY_EXCEPTION, VALUE, OWNER",
    "MALFORMED_ID, VALUE, OWNER",
    "INVALID_CROSS_REFERENCE_KEY, REFERENCE, OWNER",
    "INSUFFICIENT_ACCESS_OR_READONLY, PERMISSION, OPERATOR",
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, PERMISSION, OPERATOR",
    "INSUFFICIENT_ACCESS_BUT_CAN_UNLOCK, PERMISSION, OPERATOR",
    "INVALID_FIELD, PERMISSION, OPERATOR",
    "INVALID_FIELD_FOR_INSERT_UPDATE, PERMISSION, OPERATOR",
    "ENTITY_IS_LOCKED, PERMISSION, OPERATOR",
    "STORAGE_LIMIT_EXCEEDED, TOO_LARGE, OPERATOR",
    "OPERATION_TOO_LARGE, TOO_LARGE, OPERATOR",
    "DUPLICATE_VALUE, DUPLICATE, OWNER",
    "DUPLICATE_EXTERNAL_ID, DUPLICATE, OWNER",
    "DUPLICATES_DETECTED, DUPLICATE, OWNER",
    "ENTITY_IS_DELETED, REFERENCE, OWNER",
    "A_CODE_OF_TOMORROW, VALUE, OWNER"
  })
  void a_code_has_its_class_its_sentence_and_who_can_mend_it(
      String code, ReasonClass kind, ReasonClass.Mender mender) {
    Reason reason = reason(outcome(UPDATE, code, "why", "Owner__c"));

    assertThat(reason.kind()).isEqualTo(kind);
    assertThat(reason.kind().mender()).isEqualTo(mender);
    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.message()).startsWith("Salesforce refused Owner__c: ").doesNotContain(code);
    assertThat(reason.answer()).contains("\"statusCode\":\"" + code + "\"");
  }

  @Test
  void a_record_of_which_salesforce_says_that_it_was_deleted_is_gone() {
    Outcome outcome = outcome(UPDATE, "ENTITY_IS_DELETED", "why");

    assertThat(outcome).isInstanceOf(Outcome.Gone.class);
    assertThat(reason(outcome).kind()).isEqualTo(ReasonClass.GONE);
  }

  /** The same is said of a record that is hidden, or by an automation of the org. */
  @ParameterizedTest
  @ValueSource(strings = {"INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND"})
  void a_record_that_salesforce_does_not_find_is_not_deleted_for_that(String code) {
    Outcome outcome = outcome(UPDATE, code, "why");

    assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
    assertThat(reason(outcome).kind()).isEqualTo(ReasonClass.GONE);
  }

  @ParameterizedTest
  @CsvSource({
    "300, PARSE",
    "400, VALUE",
    "401, AUTH",
    "403, PERMISSION",
    "404, GONE",
    "405, PERMISSION",
    "412, CONFLICT",
    "414, TOO_LARGE",
    "429, RATE_LIMIT",
    "500, SERVER",
    "503, SERVER"
  })
  void an_unknown_code_goes_by_its_status(int status, ReasonClass kind) {
    ApiError error = new ApiError("A_CODE_OF_TOMORROW", "why", List.of());

    assertThat(error.kind(status)).isEqualTo(kind);
  }

  @Test
  void a_spent_day_and_too_many_long_calls_share_a_code() {
    assertThat(reason(outcome(ADD, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")))
        .extracting(Reason::kind)
        .isEqualTo(ReasonClass.BUDGET);
    assertThat(
            reason(
                outcome(ADD, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded")))
        .extracting(Reason::kind)
        .isEqualTo(ReasonClass.RATE_LIMIT);
  }

  @Test
  void the_answer_is_kept_cut_and_without_secrets() {
    Reason reason =
        reason(outcome(UPDATE, "FIELD_INTEGRITY_EXCEPTION", "t0ken " + "x".repeat(5_000)));

    assertThat(reason.answer()).contains("*** xxx").doesNotContain("t0ken").hasSize(2_001);
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
                        "Salesforce refused Phone: longer than 40 characters",
                        "[{\"fields\":[\"Phone\"],\"message\":\"Phone: data value too large: 0123"
                            + " (max length=40)\",\"statusCode\":\"STRING_TOO_LONG\"}]")
                    .alone()));
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
  void a_missing_record_is_no_bad_data_but_a_missing_record_that_a_field_points_to_is() {
    assertThat(outcome(UPDATE, "ENTITY_IS_DELETED", "entity is deleted"))
        .isInstanceOf(Outcome.Gone.class);
    assertThat(outcome(UPDATE, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", "Id"))
        .isInstanceOf(Outcome.RetryLater.class);
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
            JSON.createArrayNode()
                .add(error("REQUIRED_FIELD_MISSING", "Required fields are missing", "Name"))
                .add(error("A_NEW_CODE", "something new", "Phone")));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected ->
                assertThat(rejected.reason().message())
                    .isEqualTo(
                        "Salesforce refused Name: a value is required;"
                            + " Phone: something new (A_NEW_CODE)"));
  }
}
