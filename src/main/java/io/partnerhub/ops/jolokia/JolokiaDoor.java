package io.partnerhub.ops.jolokia;

import io.partnerhub.ops.jmx.JmxUsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedAction;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import org.jolokia.json.JSONStructure;
import org.jolokia.server.core.config.ConfigKey;
import org.jolokia.server.core.config.StaticConfiguration;
import org.jolokia.server.core.http.HttpRequestHandler;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.service.JolokiaServiceManagerFactory;
import org.jolokia.server.core.service.api.JolokiaServiceManager;
import org.jolokia.service.serializer.JolokiaSerializer;

/** Answers Jolokia's requests to users of the hub's JMX, with what {@link OnlyTheHub} offers. */
public final class JolokiaDoor implements AutoCloseable {

  private static final int MOST_BYTES = 1_000_000;
  private static final String BASIC = "Basic ";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_ALLOWED = 405;
  private static final int LENGTH_REQUIRED = 411;
  private static final int TOO_LARGE = 413;

  private final JmxUsers users;
  private final boolean local;
  private final JolokiaServiceManager services;
  private final HttpRequestHandler jolokia;

  /**
   * What came in before its body.
   *
   * @param local whether from this machine
   * @param origin of the page that had a browser send it; null where none did
   * @param authorization the header; null for none
   * @param length of the body in bytes, as announced; less than 0 where it is not
   */
  record Request(String method, boolean local, String origin, String authorization, long length) {}

  /** A status, and JSON; empty where the status says it all. */
  record Answer(int status, String json) {}

  /**
   * Open at once.
   *
   * @param local whether others than this machine are refused
   */
  public JolokiaDoor(JmxUsers users, boolean local) {
    this.users = users;
    this.local = local;
    // Agents are named by the address of their machine elsewhere, which nobody needs to be told.
    StaticConfiguration configuration =
        new StaticConfiguration(
            ConfigKey.AGENT_ID, "partner-hub", ConfigKey.DISCOVERY_ENABLED, "false");
    OnlyTheHub restrictor = new OnlyTheHub();
    this.services =
        JolokiaServiceManagerFactory.createJolokiaServiceManager(
            configuration, new QuietLog(), restrictor);
    services.addService(new JolokiaSerializer());
    services.addService(new KnownTypesAlone(restrictor));
    this.jolokia = new HttpRequestHandler(services.start());
  }

  /** Why it is not answered; told before a byte of its body is read. */
  Optional<Answer> refusal(Request request) {
    if (local && !request.local()) {
      return refused(FORBIDDEN);
    }
    if (caller(request).isEmpty()) {
      return refused(UNAUTHORIZED);
    }
    if (request.origin() != null) {
      return refused(FORBIDDEN);
    }
    if (!request.method().equals("POST")) {
      return refused(NOT_ALLOWED);
    }
    if (request.length() < 0) {
      return refused(LENGTH_REQUIRED);
    }
    return request.length() > MOST_BYTES ? refused(TOO_LARGE) : Optional.empty();
  }

  private static Optional<Answer> refused(int status) {
    return Optional.of(new Answer(status, ""));
  }

  private Optional<Subject> caller(Request request) {
    try {
      return Optional.of(users.authenticate(credentials(request.authorization())));
    } catch (SecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Judges it once more: nothing is asked of the hub by who did not pass. */
  Answer answer(Request request, byte[] body) {
    return refusal(request).orElseGet(() -> as(caller(request).orElseThrow(), () -> posted(body)));
  }

  /** The name and the password of HTTP's Basic scheme (RFC 7617). */
  private static String[] credentials(String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return new String[0];
    }
    byte[] pair = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
    return new String(pair, StandardCharsets.UTF_8).split(":", 2);
  }

  @SuppressWarnings("removal") // Java 17 has no other way
  private static Answer as(Subject caller, PrivilegedAction<Answer> action) {
    return Subject.doAs(caller, action);
  }

  private Answer posted(byte[] body) {
    try {
      JSONStructure answer =
          jolokia.handlePostRequest("/jolokia", new ByteArrayInputStream(body), "UTF-8", Map.of());
      return new Answer(OK, answer.toJSONString());
    } catch (EmptyResponseException e) {
      return new Answer(OK, "");
    } catch (IOException | BadRequestException e) {
      return new Answer(BAD_REQUEST, jolokia.handleThrowable(e).toJSONString());
    } catch (RuntimeException e) {
      return new Answer(OK, jolokia.handleThrowable(e).toJSONString());
    }
  }

  @Override
  public void close() {
    services.stop();
  }
}
