package io.partnerhub.connector.salesforce;

import io.partnerhub.sync.Outcome.Reason;
import java.io.InputStream;
import java.time.Duration;

/** What came of one call. */
sealed interface Reply {

  /** An HTTP answer arrived whole. */
  record Answered(int status, InputStream body) implements Reply {}

  /**
   * The call certainly had no effect: no login, no connection, no calls left, or a session that is
   * over.
   *
   * @param after how long to wait before another try; null where that is not known
   */
  record NotExecuted(Reason reason, Throwable cause, Duration after) implements Reply {

    NotExecuted(Reason reason, Throwable cause) {
      this(reason, cause, null);
    }

    /**
     * The same with a secret masked, which an answer to a login may repeat.
     *
     * @param secret null when the hub logs in without one
     */
    NotExecuted without(String secret) {
      return secret == null
          ? this
          : new NotExecuted(
              new Reason(reason.kind(), reason.code(), reason.message().replace(secret, "***")),
              cause,
              after);
    }
  }

  /** No whole answer: the call may have had its effect. */
  record Lost(Reason reason, Throwable cause) implements Reply {}
}
