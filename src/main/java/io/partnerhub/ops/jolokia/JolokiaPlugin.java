package io.partnerhub.ops.jolokia;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.plugin.JolokiaPlatformHttpPlugin;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Puts the door behind Camel's management server, which finds it in the registry by its id. That
 * server reads the body, up to 10 MB and for as long as it takes, before it calls a plugin: a gate
 * before it lets nobody so far who is refused anyway.
 */
public final class JolokiaPlugin extends ServiceSupport implements JolokiaPlatformHttpPlugin {

  /** By which Camel looks for it. */
  public static final String ID = JolokiaPlatformHttpPlugin.NAME;

  /** Where it is at that server. */
  public static final String PATH = "/jolokia";

  private static final int BEFORE_ALL = -1;
  private static final int UNAUTHORIZED = 401;

  /** For the body of who is let in to come. */
  private static final long PATIENCE_MILLIS = 10_000;

  /** For who is refused to read the answer, though not all was sent. */
  private static final long LINGER_MILLIS = 1_000;

  private final JolokiaDoor door;
  private CamelContext camel;

  public JolokiaPlugin(JolokiaDoor door) {
    this.door = door;
  }

  @Override
  public String getId() {
    return ID;
  }

  /** Camel's server calls it on a thread that may wait, with the body read. */
  @Override
  public Object getHandler() {
    router().route(PATH + "*").order(BEFORE_ALL).handler(this::judge);
    return (Handler<RoutingContext>) this::handle;
  }

  private VertxPlatformHttpRouter router() {
    return camel.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
        .filter(VertxPlatformHttpRouter::isManagementServer)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Camel's management server has no router"));
  }

  /** On the server's event thread, once the headers are there. */
  private void judge(RoutingContext context) {
    Optional<JolokiaDoor.Answer> refusal = door.refusal(head(context.request()));
    if (refusal.isPresent()) {
      turnAway(context, refusal.get());
      return;
    }
    HttpServerRequest request = context.request();
    long late = context.vertx().setTimer(PATIENCE_MILLIS, timer -> request.connection().close());
    request.end().onComplete(end -> context.vertx().cancelTimer(late));
    context.next();
  }

  private static void turnAway(RoutingContext context, JolokiaDoor.Answer refusal) {
    HttpServerRequest request = context.request();
    request.handler(bytes -> {});
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    send(context, refusal);
    context.vertx().setTimer(LINGER_MILLIS, timer -> request.connection().close());
  }

  private void handle(RoutingContext context) {
    byte[] body =
        context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
    send(context, door.answer(head(context.request()), body));
  }

  private static JolokiaDoor.Request head(HttpServerRequest request) {
    return new JolokiaDoor.Request(
        request.method().name(),
        isLocal(request.connection().remoteAddress()),
        request.getHeader(HttpHeaders.ORIGIN),
        request.getHeader(HttpHeaders.AUTHORIZATION),
        length(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
  }

  private static long length(String announced) {
    try {
      return announced == null ? -1 : Long.parseLong(announced);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static void send(RoutingContext context, JolokiaDoor.Answer answer) {
    HttpServerResponse response = context.response().setStatusCode(answer.status());
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (answer.status() == UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", "Basic realm=\"Partner Hub\"");
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(answer.json());
  }

  /** By the connection itself: what headers say of forwarding, anybody can write. */
  private static boolean isLocal(SocketAddress from) {
    return new InetSocketAddress(from.hostAddress(), 0).getAddress().isLoopbackAddress();
  }

  @Override
  protected void doStop() {
    door.close();
  }

  @Override
  public void setCamelContext(CamelContext context) {
    camel = context;
  }

  @Override
  public CamelContext getCamelContext() {
    return camel;
  }
}
