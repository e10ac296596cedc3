package io.partnerhub.ops.jolokia;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetSocketAddress;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.plugin.JolokiaPlatformHttpPlugin;
import org.apache.camel.support.service.ServiceSupport;

/** Puts the door behind Camel's management server, which finds it in the registry by its id. */
public final class JolokiaPlugin extends ServiceSupport implements JolokiaPlatformHttpPlugin {

  /** By which Camel looks for it. */
  public static final String ID = JolokiaPlatformHttpPlugin.NAME;

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
    return (Handler<RoutingContext>) this::handle;
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    byte[] body =
        context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
    JolokiaDoor.Answer answer =
        door.answer(
            new JolokiaDoor.Request(
                request.method().name(),
                isLocal(request.connection().remoteAddress()),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.AUTHORIZATION),
                body));
    HttpServerResponse response = context.response().setStatusCode(answer.status());
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (answer.status() == 401) {
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
