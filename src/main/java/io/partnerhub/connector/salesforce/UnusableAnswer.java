package io.partnerhub.connector.salesforce;

import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;

/** An answer that is not what the API documents: HTML, nothing, broken JSON, wrong bytes. */
final class UnusableAnswer extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Reason reason;

  UnusableAnswer(String code, String message, Throwable cause) {
    super(code + ": " + message, cause);
    this.reason =
        new Reason(
            ReasonClass.PARSE,
            code,
            message
                + ". It is tried again; if it stays so, check salesforce.login-url and the proxies"
                + " on the way");
  }

  Reason reason() {
    return reason;
  }
}
