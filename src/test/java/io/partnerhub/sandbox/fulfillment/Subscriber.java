package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody whom the warehouse tells; answers 200 unless told otherwise. */
final class Subscriber implements AutoCloseable {

  private final HttpServer server;
  private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
  private final List<Call> calls = new ArrayList<>();

  record Call(String id, String time, String signature, byte[] body) {

    List<String> ids() {
      try {
        List<String> ids = new ArrayList<>();
        for (JsonNode event : Wire.MAPPER.readTree(body).path("events")) {
          ids.add(event.path("id").asText());
        }
        return ids;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Subscriber() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/told", this::take);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/told");
  }

  /** The next call is answered so. */
  void refuse(int status) {
    refusals.add(status);
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestHeaders().getFirst("Webhook-Id"),
            exchange.getRequestHeaders().getFirst("Webhook-Timestamp"),
            exchange.getRequestHeaders().getFirst("Webhook-Signature"),
            exchange.getRequestBody().readAllBytes()));
    Integer refused = refusals.poll();
    exchange.sendResponseHeaders(refused == null ? 200 : refused, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
