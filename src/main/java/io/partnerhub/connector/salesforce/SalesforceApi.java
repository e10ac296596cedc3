package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Budget;
import io.partnerhub.connector.Cleaning;
import io.partnerhub.connector.Pace;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
  static final String PATCH = "salesforce:raw?format=JSON&rawMethod=PATCH";

  private static final String PATH_HEADER = "rawPath";
  private static final String LIMIT_HEADER = "Sforce-Limit-Info";
  private static final int FORBIDDEN = 403;
  private static final Duration DAY = Duration.ofHours(24);

  private final SalesforceComponent component;
  private final ProducerTemplate producer;
  private final String root;
  private final Pace pace;
  private final Allocation allocation;
  private final AtomicBoolean listening = new AtomicBoolean();

  SalesforceApi(
      SalesforceComponent component,
      ProducerTemplate producer,
      SalesforceSettings settings,
      Clock clock) {
    this.component = component;
    this.producer = producer;
    this.root = "/services/data/v" + settings.apiVersion() + "/";
    this.pace =
        new Pace("Salesforce", new Budget(settings.share().dailyCalls(), DAY, clock), clock);
    this.allocation = new Allocation(settings.share().reserve(), clock);
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

  Reply patch(String path, byte[] json) {
    return call(PATCH, path, json);
  }

  /** Masks what the hub knows and others must not. */
  Cleaning cleaning() {
    return new Cleaning(
        Arrays.asList(
            component.getLoginConfig().getClientSecret(), component.getSession().getAccessToken()));
  }

  Pace pace() {
    return pace;
  }

  Allocation allocation() {
    return allocation;
  }

  /** The address that names the user whom the hub is logged in as; null before the first login. */
  String identityUrl() {
    return component.getSession().getId();
  }

  private Reply call(String endpoint, String path, byte[] body) {
    listen();
    Reply.NotExecuted failed = login();
    if (failed != null) {
      return failed.without(component.getLoginConfig().getClientSecret());
    }
    if (allocation.isToBeAsked() && !mayAskForLimits()) {
      return paced(endpoint, path, body); // whose answer tells, too
    }
    if (allocation.isSpent()) {
      return NotSent.reserved(allocation);
    }
    return paced(endpoint, path, body);
  }

  /** The component makes its HTTP client as it starts, later than this is made. */
  private void listen() {
    if (!listening.getAndSet(true)) {
      component.getHttpClient().getRequestListeners().addListener(new RetryAfter(pace));
    }
  }

  /**
   * Asks how many calls are left; no answer leaves them spent, until it is asked again.
   *
   * @return false where the hub's user may not ask, which takes the permission "View Setup and
   *     Configuration" (REST API, Limits)
   */
  private boolean mayAskForLimits() {
    if (!(paced(GET, path("limits/"), null) instanceof Reply.Answered answered)) {
      return true;
    }
    ApiUsage.ofLimits(answered.body()).ifPresent(allocation::told);
    return answered.status() != FORBIDDEN;
  }

  private Reply paced(String endpoint, String path, byte[] body) {
    try {
      Optional<Pace.Refusal> refusal = pace.take(1);
      if (refusal.isPresent()) {
        return NotSent.by(refusal.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NotSent.stopping(e);
    }
    try {
      return send(endpoint, path, body);
    } finally {
      pace.done();
    }
  }

  private Reply send(String endpoint, String path, byte[] body) {
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
      ApiUsage.parse(limit).ifPresent(allocation::told);
    }
    Reply reply = ReplyReader.read(exchange);
    return reply instanceof Reply.NotExecuted not
        ? not.without(component.getLoginConfig().getClientSecret())
        : reply;
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
      return ReplyReader.loginFailed(e);
    }
  }
}
