package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One error as Salesforce states it.
 *
 * @param fields fields that it names; empty where it names none
 */
record ApiError(String code, String message, List<String> fields) {

  private static final int MAX_MESSAGE = 300;

  /**
   * Errors of a whole request name their code {@code errorCode}, those of a row {@code statusCode}.
   */
  static List<ApiError> of(JsonNode array) {
    List<ApiError> errors = new ArrayList<>();
    for (JsonNode error : array) {
      String code = error.path("errorCode").asText(error.path("statusCode").asText(""));
      if (!code.isEmpty()) {
        errors.add(new ApiError(code, cut(error.path("message").asText("")), fields(error)));
      }
    }
    return errors;
  }

  /** The first error of an error answer; empty when the body is no list of errors. */
  static Optional<ApiError> ofBody(JsonNode body) {
    return body.isArray() ? of(body).stream().findFirst() : Optional.empty();
  }

  /**
   * Why a whole call was refused.
   *
   * @param status of the answer
   */
  Reason reason(int status) {
    return new Reason(kind(status), code, "Salesforce says: " + message);
  }

  /**
   * The reason class of the error.
   *
   * @param status of the answer
   */
  ReasonClass kind(int status) {
    return isForTheMoment() ? ReasonClass.RATE_LIMIT : ErrorCode.of(code).kind(status);
  }

  /** The same code stands for a spent day and for too many long calls at once. */
  private boolean isForTheMoment() {
    return code.equals("REQUEST_LIMIT_EXCEEDED") && message.contains("ConcurrentPerOrgLongTxn");
  }

  private static List<String> fields(JsonNode error) {
    List<String> fields = new ArrayList<>();
    error.path("fields").forEach(field -> fields.add(field.asText()));
    return fields;
  }

  private static String cut(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
  }
}
