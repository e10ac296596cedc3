package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partnerhub.intake.Knock;
import io.partnerhub.intake.Verdict;
import io.partnerhub.model.NativeId;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.fulfillment.Subscription;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.system.Hint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of the simulated API about what the hub and others did there. */
class OwnChangesTest {

  private final Depot depot = new Depot();
  private final FulfillmentConnector connector = depot.connector();
  private final FulfillmentDoorkeeper keeper = connector.doorkeeper(SignedCall.SECRET);
  private final BlockingQueue<Knock> knocks = new LinkedBlockingQueue<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    depot.seed(1, 1);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/told", this::take);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/told");
    depot.warehouse().subscribe(Subscription.plain(url, SignedCall.SECRET));
  }

  @AfterEach
  void stop() {
    depot.warehouse().subscribe(null);
    server.stop(0);
    depot.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> header.getValue().get(0)));
    knocks.add(new Knock(headers, exchange.getRequestBody().readAllBytes()));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private Hint told() throws InterruptedException {
    Knock knock = knocks.poll(60, TimeUnit.SECONDS);
    assertThat(knock).as("a call").isNotNull();
    Verdict verdict = keeper.judge(knock);
    assertThat(verdict).isInstanceOf(Verdict.Admit.class);
    return ((Verdict.Admit) verdict).notices().get(0).hints().get(0);
  }

  @Test
  void what_the_hub_wrote_is_told_as_its_own_and_what_others_did_is_not() throws Exception {
    NativeId order = depot.id("O1");

    Outcome outcome =
        Depot.write(connector, depot.fresh(connector, "O1", Map.of("carrier", "Fast Freight")));

    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    assertThat(told()).isEqualTo(new Hint("orders", order.id(), true));
    depot.warehouse().edit(Resource.ORDERS, "O1", Map.of("carrier", "Slow Boat"));
    assertThat(told()).isEqualTo(Hint.of("orders", order.id()));
  }
}
