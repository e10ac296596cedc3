package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one collection came to, record by record. */
final class CollectionAnswer {

  private static final int OK = 200;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;

  private final Refusal refusal;

  CollectionAnswer(Refusal refusal) {
    this.refusal = refusal;
  }

  /** What one group came to. */
  sealed interface Result {

    /** One outcome a row, in their order. */
    record Outcomes(List<Outcome> outcomes) implements Result {}

    /** Salesforce refused the group for something in it: nothing was written. */
    record RefusedWhole(Outcome.Rejected why) implements Result {}
  }

  Result of(WriteGroup group, int status, JsonNode body) {
    if (status == OK && body.isArray() && body.size() == group.rows().size()) {
      return rows(group, body);
    }
    Optional<ApiError> error =
        status < FIRST_CLIENT_ERROR ? Optional.empty() : ApiError.ofBody(body);
    return error
        .map(e -> refused(group, status, e, body))
        .orElseGet(() -> unknown(group, "not one result for each record"));
  }

  private Result rows(WriteGroup group, JsonNode results) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      outcomes.add(row(group.rows().get(i).write(), results.get(i)));
    }
    return failedTogether(results)
        ? new Result.RefusedWhole((Outcome.Rejected) outcomes.get(0))
        : new Result.Outcomes(outcomes);
  }

  /**
   * A trigger that fails takes back all rows that it was given together, whichever was at fault.
   */
  private static boolean failedTogether(JsonNode results) {
    for (JsonNode result : results) {
      List<ApiError> errors = ApiError.of(result.path("errors"));
      if (result.path("success").asBoolean()
          || errors.isEmpty()
          || ErrorCode.of(errors.get(0).code()) != ErrorCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY) {
        return false;
      }
    }
    return true;
  }

  private Outcome row(Write write, JsonNode result) {
    if (result.path("success").asBoolean()) {
      return written(write, result.path("id").asText());
    }
    JsonNode errors = result.path("errors");
    return ApiError.of(errors).isEmpty()
        ? new Outcome.Unknown(
            new Reason(
                    ReasonClass.PARSE,
                    "UNEXPECTED_ANSWER",
                    "A record came back neither written nor refused")
                .alone())
        : refusal.outcome(write, errors);
  }

  private static Outcome written(Write write, String id) {
    String wide = SalesforceId.widen(id);
    boolean credible =
        SalesforceId.isId(id)
            && (write.action() == Write.Action.ADD
                || wide.equals(SalesforceId.widen(write.id().id())));
    return credible
        ? new Outcome.Written(new NativeId(write.id().location(), wide), null)
        : new Outcome.Unknown(
            new Reason(
                    ReasonClass.PARSE,
                    "UNEXPECTED_ANSWER",
                    "A record came back as written under id '" + id + "'")
                .alone());
  }

  private Result refused(WriteGroup group, int status, ApiError error, JsonNode body) {
    Reason reason = refusal.reason(status, body);
    if (Refusal.isWorthRetrying(error)) {
      return all(group, new Outcome.RetryLater(reason, null));
    }
    return status < FIRST_SERVER_ERROR
        ? new Result.RefusedWhole(new Outcome.Rejected(reason))
        : all(group, new Outcome.Unknown(reason));
  }

  static Result unknown(WriteGroup group, String what) {
    return all(group, new Outcome.Unknown(AnswerJson.unexpected(what).reason()));
  }

  private static Result all(WriteGroup group, Outcome outcome) {
    return new Result.Outcomes(group.rows().stream().map(row -> outcome).toList());
  }
}
