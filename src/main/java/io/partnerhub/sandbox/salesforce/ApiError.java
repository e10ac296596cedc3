package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole call that fails, answered as {@code [{"message","errorCode"}]}. */
final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String errorCode;
  private final transient List<String> fields;

  ApiError(int status, String errorCode, String message) {
    this(status, errorCode, message, List.of());
  }

  private ApiError(int status, String errorCode, String message, List<String> fields) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
  }

  static ApiError notFound() {
    return new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
  }

  static ApiError noObject(String name) {
    return new ApiError(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported.");
  }

  static ApiError noColumn(SObjectType type, String name) {
    RowRefused refused = RecordInput.noColumn(type, name);
    return new ApiError(400, refused.statusCode(), refused.getMessage());
  }

  /** What a call for a single record answers where a collection has a row error. */
  static ApiError of(RowRefused refused) {
    return switch (refused.statusCode()) {
      case "INVALID_CROSS_REFERENCE_KEY" ->
          refused.fields().isEmpty()
              ? notFound()
              : new ApiError(400, refused.statusCode(), refused.getMessage(), refused.fields());
      case "INVALID_TYPE_ON_FIELD_IN_RECORD" ->
          new ApiError(400, "JSON_PARSER_ERROR", refused.getMessage());
      case "ENTITY_IS_DELETED" ->
          new ApiError(404, refused.statusCode(), refused.getMessage(), refused.fields());
      case "INSUFFICIENT_ACCESS_OR_READONLY" ->
          new ApiError(403, refused.statusCode(), refused.getMessage(), refused.fields());
      default -> new ApiError(400, refused.statusCode(), refused.getMessage(), refused.fields());
    };
  }

  SimAnswer answer() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", getMessage());
    error.put("errorCode", errorCode);
    if (!fields.isEmpty()) {
      error.put("fields", fields);
    }
    return SimAnswer.json(status, List.of(error));
  }
}
