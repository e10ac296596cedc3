package io.partnerhub.connector.salesforce;

import io.partnerhub.sync.Outcome.Reason;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.SalesforceSession;

/** Calls to Salesforce, each through a Camel endpoint with no headers but our own. */
final class SalesforceApi {

  static final String GET = "salesforce:raw?format=JSON&rawMethod=GET";
  static final String POST = "salesforce:raw?format=JSON&rawMethod=POST";

  private static final String PATH_HEADER = "rawPath";
  private static final String LIMIT_HEADER = "Sforce-Limit-Info";
  private static final String LOGIN_ERROR = "Login error";
  private static final int UNAUTHORIZED = 401;
  private static final Reason SESSION_REFUSED =
      new Reason("INVALID_SESSION_ID", "Salesforce refused the session again after a new login");

  private final SalesforceComponent component;
  private final ProducerTemplate producer;
  private final String root;
  private volatile ApiUsage usage;

  SalesforceApi(SalesforceComponent component, ProducerTemplate producer, String apiVersion) {
    this.component = component;
    this.producer = producer;
    this.root = "/services/data/v" + apiVersion + "/";
  }

  /** The path of a resource, such as {@code composite}, for the configured API version. */
  String path(String resource) {
    return root + resource;
  }

  Reply get(String path) {
    return call(GET, path, null);
  }

  Reply post(String path, byte[] json) {
    return call(POST, path, json);
  }

  /** The calls used as of the last answer; null until one told. */
  ApiUsage usage() {
    return usage;
  }

  /** The address that names the user whom the hub is logged in as; null before the first login. */
  String identityUrl() {
    return component.getSession().getId();
  }

  private Reply call(String endpoint, String path, byte[] body) {
    Reply.NotExecuted failed = login();
    if (failed != null) {
      return failed;
    }
    Exchange exchange =
        producer.send(
            endpoint,
            sent -> {
              Message message = sent.getMessage();
              message.setHeader(PATH_HEADER, path);
              message.setBody(body == null ? null : new ByteArrayInputStream(body));
            });
    String limit = exchange.getMessage().getHeader(LIMIT_HEADER, String.class);
    if (limit != null) {
      ApiUsage.parse(limit).ifPresent(told -> usage = told);
    }
    return reply(exchange);
  }

  /** Logs in before the call, so that a failed login is never taken for a lost answer. */
  private Reply.NotExecuted login() {
    SalesforceSession session = component.getSession();
    if (session.getAccessToken() != null) {
      return null;
    }
    try {
      session.login(null);
      return null;
    } catch (SalesforceException | RuntimeException e) {
      return loginFailed(e);
    }
  }

  private static Reply reply(Exchange exchange) {
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

  private static Reply.NotExecuted loginFailed(Exception failure) {
    String why =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    return new Reply.NotExecuted(
        new Reason(
            "LOGIN_FAILED",
            "Salesforce did not let the hub in: "
                + why
                + ". Check salesforce.login-url, client id, secret or keystore"),
        failure);
  }

  private static Reply notConnected(Exception failure) {
    return new Reply.NotExecuted(
        new Reason("NOT_CONNECTED", "Salesforce cannot be reached: " + root(failure)), failure);
  }

  private static Reply lost(Exception failure) {
    return new Reply.Lost(
        new Reason("NO_ANSWER", "No whole answer came from Salesforce: " + root(failure)), failure);
  }

  private static String root(Throwable failure) {
    Throwable t = failure;
    while (t != null && t.getCause() != null) {
      t = t.getCause();
    }
    return t == null ? "no status" : t.getClass().getSimpleName() + " " + t.getMessage();
  }
}
