package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.partnerhub.connector.Hmac;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.store.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A hub is told to stop, by SIGTERM, while a system calls it again and again. */
class StoppedAtTheDoorIT {

  private static final String SECRET = "kD8wQ2mZ5rT1vX7yB3nC";
  private static final String EVENT =
      "{\"events\": [{\"resource\": \"orders\", \"id\": \"ord_0000001\"}]}";
  private static final int CALLERS = 4;
  private static final int ENOUGH = 40;
  private static final int STOPPED_BY_SIGTERM = 143;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Integer> others = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void what_was_acknowledged_is_kept_and_worked_off_and_nothing_else_was(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path dir) throws Exception {
    Path dataDir = Files.createDirectory(dir.resolve("data"));
    try (Trio trio = new Trio(dataDir).fill();
        KilledHub hub = new KilledHub(trio.rig(), dataDir, dir)) {
      trio.rig()
          .set("HUB_HTTP_PORT", "127.0.0.1:" + FreePort.find())
          .set("FULFILLMENT_WEBHOOK_SECRET", SECRET)
          .set("FULFILLMENT_POLL", "1h");
      hub.start();
      await().atMost(PATIENCE).until(() -> trio.warehouse().count(Resource.ORDERS) == Trio.ORDERS);
      trio.fail(FULFILLMENT, away());
      trio.warehouse().edit(Resource.ORDERS, Trio.number(1), Map.of("carrier", "Told in time"));

      callWhileItStops(hub, address(dataDir));

      assertThat(hub.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
      assertThat(others).as("all other answers").allMatch(status -> status >= 500);
      assertThat(texts(trio, "select key from notice where source = 'fulfillment'"))
          .containsAll(acknowledged);
      assertThat(waiting(trio)).isNotEmpty();

      trio.server(FULFILLMENT).faults().clear();
      hub.start();
      await().atMost(PATIENCE).until(() -> waiting(trio).isEmpty());
      trio.eventuallyAgreed(trio.orders(), Trio.number(1), "carrier", "Told in time");
    }
  }

  /** What it is told is not worked off before it stops. */
  private static FaultRule away() {
    return new FaultRule(
        "GET",
        Pattern.compile("/orders"),
        "",
        FaultRule.FOREVER,
        new Fault.Failure(503, "unavailable", "away"));
  }

  private static URI address(Path dataDir) throws IOException {
    return Files.readAllLines(FulfillmentCalls.addresses(dataDir)).stream()
        .filter(line -> line.startsWith("fulfillment "))
        .map(line -> URI.create(line.substring("fulfillment ".length())))
        .findFirst()
        .orElseThrow();
  }

  private void callWhileItStops(KilledHub hub, URI address) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      for (int i = 0; i < CALLERS; i++) {
        callers.submit(() -> callUntilNobodyListens(address));
      }
      await().atMost(PATIENCE).until(() -> acknowledged.size() >= ENOUGH);
      hub.terminate();
    } finally {
      callers.shutdown();
      assertThat(callers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private Void callUntilNobodyListens(URI address) throws InterruptedException {
    try {
      while (true) {
        String id = "m" + calls.incrementAndGet();
        int status = client.send(signed(address, id), BodyHandlers.discarding()).statusCode();
        if (status == 200) {
          acknowledged.add(id);
        } else {
          others.add(status);
        }
      }
    } catch (IOException closed) {
      return null;
    }
  }

  private static HttpRequest signed(URI address, String id) {
    String time = Long.toString(Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .header("Webhook-Id", id)
        .header("Webhook-Timestamp", time)
        .header("Webhook-Signature", "v1," + sign(id + "." + time + "." + EVENT))
        .POST(HttpRequest.BodyPublishers.ofString(EVENT))
        .build();
  }

  private static String sign(String text) {
    byte[] signature = new Hmac(SECRET).of(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature);
  }

  private static List<String> waiting(Trio trio) throws SQLException {
    return List.copyOf(texts(trio, "select distinct native_id from hint"));
  }

  private static Set<String> texts(Trio trio, String query) throws SQLException {
    String store = trio.rig().environment().get("STORE_URL");
    Set<String> texts = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(store, TestServer.USER, "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
