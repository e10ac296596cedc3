package io.partnerhub.connector;

import io.partnerhub.sync.ReasonClass;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/** Camel's HTTP with the defaults that lose data turned off, and what its failures tell. */
public final class Http {

  private static final int CONNECTIONS = 4;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int MOST_DIGITS = 6;

  private Http() {}

  /**
   * A component that is in no context yet.
   *
   * @param longestSilence of the other side during a call
   * @param authorization gives the value of that header for each request; null for none
   */
  public static HttpComponent component(Duration longestSilence, Supplier<String> authorization) {
    Timeout silence = Timeout.of(longestSilence);
    HttpComponent http = new HttpComponent();
    http.setAutomaticRetriesDisabled(true); // it would repeat a POST whose answer was 503
    http.setRedirectHandlingDisabled(true);
    http.setCookieManagementDisabled(true);
    http.setMaxTotalConnections(CONNECTIONS);
    http.setConnectionsPerRoute(CONNECTIONS);
    http.setConnectTimeout(CONNECT.toMilliseconds());
    http.setConnectionRequestTimeout(silence.toMilliseconds());
    http.setSoTimeout(silence.toMilliseconds());
    http.setResponseTimeout(silence.toMilliseconds());
    // set below Camel, so that no message, trace or JMX view of it holds the secret
    http.setHttpClientConfigurer(
        client ->
            client.addRequestInterceptorLast(
                (request, entity, call) -> {
                  String value = authorization.get();
                  if (value != null) {
                    request.setHeader(HttpHeaders.AUTHORIZATION, value);
                  }
                }));
    return http;
  }

  /**
   * An endpoint that answers every status alike and follows nothing.
   *
   * @param component the name that the context knows a {@link #component} by
   */
  public static Endpoint endpoint(CamelContext context, String component, String address) {
    return context.getEndpoint(
        component
            + "://"
            + address
            + "?throwExceptionOnFailure=false&disableStreamCache=true&followRedirects=false");
  }

  /** Whether a call that failed so certainly never left. */
  public static boolean isNeverSent(Exception cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof ConnectTimeoutException
        || cause instanceof ConnectionRequestTimeoutException
        || cause instanceof SSLHandshakeException
        || cause instanceof RejectedExecutionException;
  }

  /** The reason class of an answer that says no more than its status (RFC 9110, 6585, 4918). */
  public static ReasonClass kindOf(int status) {
    return switch (status) {
      case 401, 407, 511 -> ReasonClass.AUTH;
      case 403, 405, 501 -> ReasonClass.PERMISSION;
      case 404, 410 -> ReasonClass.GONE;
      case 406, 415 -> ReasonClass.PARSE;
      case 408 -> ReasonClass.UNKNOWN_OUTCOME;
      case 409, 412, 423, 425, 428 -> ReasonClass.CONFLICT;
      case 413, 414, 431 -> ReasonClass.TOO_LARGE;
      case 429 -> ReasonClass.RATE_LIMIT;
      default -> {
        if (status >= 500) {
          yield ReasonClass.SERVER;
        }
        yield status >= 400 ? ReasonClass.VALUE : ReasonClass.PARSE;
      }
    };
  }

  /**
   * The pause that an answer asks for, ten minutes at most.
   *
   * @param retryAfter the header's value; null where there is none
   * @param otherwise where it is not in seconds
   */
  public static Duration pause(String retryAfter, Duration otherwise) {
    if (retryAfter != null && retryAfter.matches("\\d{1," + MOST_DIGITS + "}")) {
      long seconds = Math.min(LONGEST_PAUSE.toSeconds(), Long.parseLong(retryAfter));
      return Duration.ofSeconds(seconds);
    }
    return otherwise;
  }
}
