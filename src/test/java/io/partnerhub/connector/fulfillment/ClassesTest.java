package io.partnerhub.connector.fulfillment;

import static io.partnerhub.connector.fulfillment.Depot.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.ReasonClass.Mender;
import io.partnerhub.sync.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Into which class each answer of the API is sorted, alone and in a batch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassesTest {

  private final Depot depot = new Depot();
  private final FulfillmentConnector connector = depot.connector();

  @BeforeEach
  void afterThePauseThatAnAnswerAskedFor() {
    depot.clock.advance(Duration.ofMinutes(11));
  }

  @AfterAll
  void stop() {
    depot.close();
  }

  private static Reason reason(Outcome outcome) {
    return outcome instanceof Outcome.Gone gone
        ? gone.reason()
        : ((Outcome.Failed) outcome).reason();
  }

  @ParameterizedTest
  @CsvSource({
    "400, VALUE, OWNER, Rejected",
    "401, AUTH, OPERATOR, RetryLater",
    "403, PERMISSION, OPERATOR, RetryLater",
    "404, SERVER, OTHER_SYSTEM, RetryLater",
    "405, PERMISSION, OPERATOR, RetryLater",
    "406, PARSE, OPERATOR, RetryLater",
    "408, UNKNOWN_OUTCOME, TIME, Unknown",
    "409, DUPLICATE, OWNER, Duplicate",
    "412, CONFLICT, TIME, RetryLater",
    "413, TOO_LARGE, OPERATOR, Rejected",
    "414, TOO_LARGE, OPERATOR, Rejected",
    "415, PARSE, OPERATOR, RetryLater",
    "418, VALUE, OWNER, Rejected",
    "422, VALUE, OWNER, Rejected",
    "423, CONFLICT, TIME, RetryLater",
    "428, CONFLICT, TIME, RetryLater",
    "429, RATE_LIMIT, TIME, RetryLater",
    "500, SERVER, OTHER_SYSTEM, Unknown",
    "501, PERMISSION, OPERATOR, RetryLater",
    "502, SERVER, OTHER_SYSTEM, Unknown",
    "503, SERVER, OTHER_SYSTEM, RetryLater",
    "504, SERVER, OTHER_SYSTEM, Unknown",
    "302, PARSE, OPERATOR, Unknown"
  })
  void a_status_has_its_class_who_can_mend_it_and_what_becomes_of_the_write(
      int status, ReasonClass kind, Mender mender, String outcome) {
    depot.fault("POST", "/orders$", new Fault.RawAnswer(status, "<html>A gateway</html>"));

    Outcome came = Depot.write(connector, add("O1"));

    assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(reason(came).kind()).isEqualTo(kind);
    assertThat(reason(came).kind().mender()).isEqualTo(mender);
    assertThat(reason(came).code()).isEqualTo("HTTP " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "422, invalid, VALUE, Rejected",
    "422, required, MISSING, Rejected",
    "422, too-long, VALUE, Rejected",
    "422, unknown-field, VALUE, Rejected",
    "422, read-only, VALUE, Rejected",
    "422, not-allowed, VALUE, Rejected",
    "422, unknown-reference, REFERENCE, RetryLater",
    "422, illegal-transition, VALUE, Rejected"
  })
  void a_word_of_the_contract_about_a_field_has_its_class_and_names_the_field(
      int status, String word, ReasonClass kind, String outcome) {
    String problem =
        """
        {"code": "invalid", "detail": "Some values are refused",
         "errors": [{"pointer": "/status", "code": "%s", "message": "is not good"}]}
        """
            .formatted(word);
    depot.fault("POST", "/orders$", new Fault.RawAnswer(status, problem));
    Outcome alone = Depot.write(connector, add("O1"));
    depot.fault("POST", "batch", new Fault.RawAnswer(200, inBatch(status, problem)));
    Outcome among = connector.write(Depot.ORDERS, List.of(add("O1"), add("O2"))).outcomes().get(1);

    for (Outcome came : List.of(alone, among)) {
      assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
      assertThat(reason(came).kind()).isEqualTo(kind);
      assertThat(reason(came).message()).contains("refused orders O", "status is not good");
      assertThat(reason(came).answer()).contains("\"code\":\"" + word + "\"");
    }
  }

  @Test
  void what_a_record_of_a_batch_came_to_says_nothing_of_the_api_itself() {
    depot.fault("POST", "batch", new Fault.RawAnswer(200, inBatch(500, "{}")));
    depot.fault("POST", "batch", new Fault.Failure(503, "closed", "for the night"));
    List<Write> writes = List.of(add("O1"), add("O2"));

    assertThat(connector.write(Depot.ORDERS, writes).unavailable()).isEmpty();
    assertThat(connector.write(Depot.ORDERS, writes).unavailable()).isPresent();
  }

  private static String inBatch(int status, String problem) {
    String result = "{\"status\": %d, \"error\": %s}".formatted(status, problem);
    return "{\"results\": [" + result + "," + result + "]}";
  }

  @ParameterizedTest
  @CsvSource({
    "409, duplicate, DUPLICATE, Duplicate",
    "409, in-progress, CONFLICT, RetryLater",
    "404, not-found, GONE, RetryLater",
    "413, too-large, TOO_LARGE, Rejected"
  })
  void a_word_of_the_contract_about_a_record_has_its_class(
      int status, String word, ReasonClass kind, String outcome) {
    depot.fault("POST", "/orders$", new Fault.Failure(status, word, "why"));

    Outcome came = Depot.write(connector, add("O1"));

    assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(reason(came).kind()).isEqualTo(kind);
  }

  @Test
  void an_answer_keeps_no_secret() {
    depot.fault(
        "POST", "/orders$", new Fault.Failure(422, "invalid", "key " + depot.client.token()));

    assertThat(reason(Depot.write(connector, add("O1"))).toString())
        .contains("key ***")
        .doesNotContain(depot.client.token());
  }

  @Test
  void an_empty_body_is_unreadable_and_the_outcome_is_unknown() {
    for (Fault fault : List.of(new Fault.Html(), new Fault.Empty())) {
      depot.fault("POST", "/orders$", fault);
      Write write = add(1, "O1", Map.of());

      assertThat(Depot.write(connector, write))
          .isInstanceOfSatisfying(
              Outcome.Unknown.class,
              unknown -> assertThat(unknown.reason().kind()).isEqualTo(ReasonClass.PARSE));
    }
  }
}
