package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;

/** A call that failed as a whole. */
final class ApiFault extends SystemUnavailable {

  private static final long serialVersionUID = 1;

  private final Meaning meaning;
  private final int status;
  private final transient JsonNode problem;

  /**
   * @param status 0 where there was no answer
   * @param problem the error's body
   */
  ApiFault(
      Meaning meaning,
      int status,
      JsonNode problem,
      Outcome.Reason reason,
      Duration after,
      Throwable cause) {
    super(reason, after, cause);
    this.meaning = meaning;
    this.status = status;
    this.problem = problem;
  }

  ApiFault(Meaning meaning, ReasonClass kind, String code, String message) {
    this(
        meaning, 0, MissingNode.getInstance(), new Outcome.Reason(kind, code, message), null, null);
  }

  Meaning meaning() {
    return meaning;
  }

  int status() {
    return status;
  }

  JsonNode problem() {
    return problem;
  }
}
