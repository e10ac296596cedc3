package io.partnerhub.connector.salesforce;

import static java.util.stream.Collectors.joining;

import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;

/** Tells by Camel's exchange whether a call was answered, certainly had no effect, or is lost. */
final class ReplyReader {

  private static final String LOGIN_ERROR = "Login error";
  private static final int UNAUTHORIZED = 401;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final Reason SESSION_REFUSED =
      new Reason(
          ReasonClass.AUTH,
          "INVALID_SESSION_ID",
          "Salesforce refused the session again after a new login");

  private ReplyReader() {}

  static Reply read(Exchange exchange) {
    Message message = exchange.getMessage();
    Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    Exception failure = exchange.getException();
    if (failure == null && status != null) {
      return answered(status, message);
    }
    if (failure instanceof SalesforceException salesforce) {
      return failed(salesforce, status, message);
    }
    return lost(failure);
  }

  private static Reply failed(SalesforceException failure, Integer status, Message message) {
    if (isFromLogin(failure)) {
      return loginFailed(failure);
    }
    if (failure.getCause() == null && status != null) {
      return answered(status, message);
    }
    // Jetty fails a second 401 that has no WWW-Authenticate header; a 401 had no effect.
    if (status != null && status == UNAUTHORIZED) {
      return new Reply.NotExecuted(SESSION_REFUSED, failure);
    }
    return neverConnected(failure) ? notConnected(failure) : lost(failure);
  }

  private static Reply answered(int status, Message message) {
    InputStream body = message.getBody(InputStream.class);
    return new Reply.Answered(status, body == null ? InputStream.nullInputStream() : body);
  }

  /** Only login answers are parsed into errors by the raw operation. */
  private static boolean isFromLogin(SalesforceException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SalesforceException e
          && (!e.getErrors().isEmpty()
              || (e.getMessage() != null && e.getMessage().startsWith(LOGIN_ERROR)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean neverConnected(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ConnectException
          || t instanceof UnknownHostException
          || t instanceof UnresolvedAddressException
          || t instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  static Reply.NotExecuted loginFailed(Exception failure) {
    return new Reply.NotExecuted(
        new Reason(
            whyLoginFailed(failure),
            "LOGIN_FAILED",
            "Salesforce did not let the hub in: "
                + whyNotIn(failure)
                + ". Check salesforce.login-url, client id, secret or keystore"),
        failure);
  }

  /** Only what Salesforce says of the login itself is for the operator to mend. */
  private static ReasonClass whyLoginFailed(Exception failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException
          || t instanceof TimeoutException
          || t instanceof UnresolvedAddressException) {
        return ReasonClass.CONNECTION;
      }
      if (t instanceof SalesforceException told && told.getStatusCode() >= FIRST_SERVER_ERROR) {
        return ReasonClass.SERVER;
      }
    }
    return ReasonClass.AUTH;
  }

  /** Camel's own message holds the inner state of its client, or the errors as an object. */
  private static String whyNotIn(Exception failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException || t instanceof TimeoutException) {
        return root(failure);
      }
      if (t instanceof SalesforceException told && !told.getErrors().isEmpty()) {
        return told.getErrors().stream().map(RestError::getMessage).collect(joining("; "));
      }
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private static Reply notConnected(Exception failure) {
    return new Reply.NotExecuted(
        new Reason(
            ReasonClass.CONNECTION,
            "NOT_CONNECTED",
            "Salesforce cannot be reached: " + root(failure)),
        failure);
  }

  private static Reply lost(Exception failure) {
    return new Reply.Lost(
        new Reason(
            ReasonClass.UNKNOWN_OUTCOME,
            "NO_ANSWER",
            "No whole answer came from Salesforce: " + root(failure)),
        failure);
  }

  private static String root(Throwable failure) {
    Throwable t = failure;
    while (t != null && t.getCause() != null) {
      t = t.getCause();
    }
    if (t == null) {
      return "it has no status";
    }
    if (t instanceof TimeoutException) {
      return "the time for one call ran out";
    }
    // Their messages hold the client's inner state.
    if (t instanceof EOFException || t instanceof ClosedChannelException) {
      return "the connection was closed";
    }
    return t.getClass().getSimpleName() + ": " + t.getMessage();
  }
}
