package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Http;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.time.Duration;

/** What an answer means for a record that was to be written. */
final class Outcomes {

  private final ErrorReader errors;

  Outcomes(ErrorReader errors) {
    this.errors = errors;
  }

  /** The call failed as a whole. */
  Outcome ofCall(ApiFault fault, Write write, String who, Resource resource) {
    return fault.status() == 0
        ? of(fault.meaning(), fault.problem(), write, fault.reason(), fault.after())
        : of(
            fault.meaning(),
            fault.problem(),
            write,
            reason(fault.status(), fault.problem(), who, resource),
            fault.after());
  }

  /** The record's own result in a batch is no success. */
  Outcome ofResult(int status, JsonNode error, Write write, String who, Resource resource) {
    Reason reason = reason(status, error, who, resource).alone();
    return of(Meaning.of(status), error, write, reason, null);
  }

  private Reason reason(int status, JsonNode error, String who, Resource resource) {
    return new Reason(
        kind(status, error),
        errors.code(status, error),
        "The fulfillment API refused %s (status %d): %s"
            .formatted(who, status, errors.explain(error, resource)),
        errors.answer(error));
  }

  /** The status says it roughly; the API's own words tell more of what was refused. */
  private ReasonClass kind(int status, JsonNode error) {
    return switch (Meaning.of(status)) {
      case CONFLICT -> errors.mayPass(error) ? ReasonClass.CONFLICT : ReasonClass.DUPLICATE;
      case DATA -> {
        ReasonClass kind = Http.kindOf(status);
        if (kind != ReasonClass.VALUE) {
          yield kind;
        }
        // what may pass by itself is no fault of the values: what they refer to is not there yet
        if (errors.mayPass(error)) {
          yield ReasonClass.REFERENCE;
        }
        yield errors.isMissing(error) ? ReasonClass.MISSING : kind;
      }
      default -> ErrorReader.kind(status, error);
    };
  }

  private Outcome of(Meaning meaning, JsonNode error, Write write, Reason reason, Duration after) {
    boolean add = write.action() == Write.Action.ADD;
    return switch (meaning) {
      case LATER, NOT_SENT, STALE -> new Outcome.RetryLater(reason, after);
      case UNKNOWN -> new Outcome.Unknown(reason);
      case GONE -> add ? new Outcome.RetryLater(reason, after) : new Outcome.Gone(reason);
      case CONFLICT -> conflict(error, add, reason, after);
      case DATA ->
          errors.mayPass(error)
              ? new Outcome.RetryLater(reason, after)
              : new Outcome.Rejected(reason);
    };
  }

  private Outcome conflict(JsonNode error, boolean add, Reason reason, Duration after) {
    if (errors.mayPass(error)) {
      return new Outcome.RetryLater(reason, after);
    }
    String existing = errors.existing(error);
    return add ? new Outcome.Duplicate(existing, reason) : new Outcome.Rejected(reason);
  }
}
