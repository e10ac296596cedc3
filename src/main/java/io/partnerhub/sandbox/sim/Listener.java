package io.partnerhub.sandbox.sim;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * WireMock's listener, but for what it answers to a request that it cannot take apart, such as one
 * with a broken percent escape: 400 instead of 500 with a stack trace. What comes as far as the
 * service is answered by {@link Door}, whatever becomes of it.
 */
final class Listener implements HttpServerFactory {

  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new Jetty11HttpServer(options, admin, stubs) {
      @Override
      protected void decorateMockServiceContextAfterConfig(ServletContextHandler context) {
        context.setErrorHandler(new BadMessage());
      }
    };
  }

  private static final class BadMessage extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
      return true;
    }

    @Override
    public void handle(
        String target, Request base, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      base.setHandled(true);
      response.setStatus(Door.BAD_MESSAGE.status());
      Door.BAD_MESSAGE.headers().forEach(response::setHeader);
      response.getOutputStream().write(Door.BAD_MESSAGE.body());
    }
  }
}
