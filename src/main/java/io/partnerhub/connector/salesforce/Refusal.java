package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Cleaning;
import io.partnerhub.connector.salesforce.ErrorCode.Meaning;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the errors of one row mean for its write. */
final class Refusal {

  private static final Pattern LENGTH = Pattern.compile("max length=(\\d{1,9})");

  /** As in "duplicate value found: Code__c duplicates value on record with id: 0015g00000abcde". */
  private static final Pattern TWIN =
      Pattern.compile("record with id: ([a-zA-Z0-9]{18}|[a-zA-Z0-9]{15})\\b");

  private static final Pattern TWIN_FIELD = Pattern.compile("found: (\\w+) duplicates value");

  /** A row has no status of its own; its code tells what the row was refused for. */
  private static final int ROW = 400;

  private final String keyField;
  private final Cleaning cleaning;

  /**
   * @param keyField Salesforce's name of the field with the business key
   */
  Refusal(String keyField, Cleaning cleaning) {
    this.keyField = keyField;
    this.cleaning = cleaning;
  }

  /**
   * The outcome of a row that was refused.
   *
   * @param told the row's list of at least one error
   */
  Outcome outcome(Write write, JsonNode told) {
    List<ApiError> errors = ApiError.of(told);
    ApiError first = errors.get(0);
    Reason reason =
        reason(isParentMissing(first) ? ReasonClass.REFERENCE : kind(write, first), errors, told)
            .alone();
    if (isParentMissing(first)) {
      return new Outcome.RetryLater(reason, null);
    }
    return switch (ErrorCode.of(first.code()).meaning()) {
      case RETRY, FAULT -> new Outcome.RetryLater(reason, null);
      case DUPLICATE ->
          isTwin(write, first)
              ? new Outcome.Duplicate(twin(first), reason)
              : new Outcome.Rejected(reason);
      case GONE ->
          isAboutRecord(write, first) ? new Outcome.Gone(reason) : new Outcome.Rejected(reason);
      case NOT_SHOWN ->
          isAboutRecord(write, first)
              ? new Outcome.RetryLater(reason, null)
              : new Outcome.Rejected(reason);
      case DATA -> new Outcome.Rejected(reason);
    };
  }

  /** A whole request that was refused before any of its rows was looked at. */
  static boolean isWorthRetrying(ApiError error) {
    return ErrorCode.of(error.code()).meaning() == Meaning.RETRY;
  }

  /** A record that is not there itself, or one that it points to. */
  private static ReasonClass kind(Write write, ApiError error) {
    ReasonClass kind = error.kind(ROW);
    return switch (ErrorCode.of(error.code()).meaning()) {
      case GONE, NOT_SHOWN -> isAboutRecord(write, error) ? kind : ReasonClass.REFERENCE;
      default -> kind;
    };
  }

  /** Why all rows of a group were refused together. */
  Reason reason(int status, JsonNode told) {
    List<ApiError> errors = ApiError.of(told);
    return reason(errors.get(0).kind(status), errors, told);
  }

  /** The first error's code stands beside the sentence, those of the others within it. */
  private Reason reason(ReasonClass kind, List<ApiError> errors, JsonNode told) {
    StringBuilder all = new StringBuilder("Salesforce refused ").append(sentence(errors.get(0)));
    errors.stream()
        .skip(1)
        .forEach(e -> all.append("; ").append(sentence(e)).append(" (" + e.code() + ")"));
    return new Reason(kind, errors.get(0).code(), all.toString(), cleaning.answer(told));
  }

  private static String sentence(ApiError error) {
    String what = error.fields().isEmpty() ? "the record" : String.join(", ", error.fields());
    return what + ": " + words(error);
  }

  /**
   * As in "Foreign key external ID: x not found for field Code__c in entity Account": the record is
   * right, its parent is not there (any more).
   */
  private static boolean isParentMissing(ApiError error) {
    return error.code().equals("INVALID_FIELD")
        && error.message().startsWith("Foreign key external ID: ");
  }

  private static String words(ApiError error) {
    String says = ErrorCode.of(error.code()).says();
    if (says == null) {
      return error.message();
    }
    if (says.contains("%s")) {
      Matcher length = LENGTH.matcher(error.message());
      return length.find() ? says.formatted(length.group(1)) : error.message();
    }
    return says;
  }

  /** Another unique field than the key may be what is double: then it is a fault of the data. */
  private boolean isTwin(Write write, ApiError error) {
    Matcher field = TWIN_FIELD.matcher(error.message());
    return write.action() == Write.Action.ADD
        && (!field.find() || field.group(1).equalsIgnoreCase(keyField));
  }

  private static String twin(ApiError error) {
    Matcher id = TWIN.matcher(error.message());
    return id.find() ? SalesforceId.widen(id.group(1)) : null;
  }

  /** The same codes are given for a record that a field points to; they name that field then. */
  private static boolean isAboutRecord(Write write, ApiError error) {
    return write.action() != Write.Action.ADD
        && error.fields().stream().allMatch("Id"::equalsIgnoreCase);
  }
}
