package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.sandbox.Trio.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.HubDoors;
import io.partnerhub.cli.HubDoor;
import io.partnerhub.cli.RunningHub;
import io.partnerhub.intake.RawCall;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.fulfillment.Subscription;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.salesforce.outbound.Outbox;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.store.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems tell the hub what changed; those that do are polled but once an hour. */
class ToldAtTheDoorIT {

  private static final String SECRET = "kD8wQ2mZ5rT1vX7yB3nC";
  private static final String EVENT =
      "{\"events\": [{\"resource\": \"orders\", \"id\": \"ord_0000001\"}]}";

  @TempDir private static Path dir;
  private static Trio trio;

  @BeforeAll
  static void start() {
    trio = new Trio(dir).fill();
    trio.rig()
        .set("HUB_HTTP_PORT", "127.0.0.1:0")
        .set("FULFILLMENT_WEBHOOK_SECRET", SECRET)
        .set("SALESFORCE_OUTBOUND_MESSAGES", "on");
    trio.start();
    trio.rig().stop();
    trio.rig().set("FULFILLMENT_POLL", "1h").set("SALESFORCE_POLL", "1h").start();
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  @BeforeEach
  void told() {
    tell(Subscription.Manner.PLAIN);
  }

  private static void tell(Subscription.Manner manner) {
    URI url = URI.create("http://127.0.0.1:" + port() + path());
    trio.warehouse().subscribe(new Subscription(url, SECRET, manner));
  }

  private static int port() {
    return trio.rig().hub().door().port();
  }

  private static String path() {
    return trio.rig().hub().door().paths().get("fulfillment");
  }

  @Test
  void a_change_shows_everywhere_without_a_poll() {
    trio.warehouse().edit(Resource.ORDERS, Trio.number(2), Map.of("carrier", "Fast Freight"));

    trio.eventuallyAgreed(trio.orders(), Trio.number(2), "carrier", "Fast Freight");
  }

  @Test
  void an_outbound_message_is_acknowledged_and_has_its_records_read() throws Exception {
    String code = Trio.partnerOf(3);
    String id = trio.partners().salesforce().find(code).orElseThrow().id();
    trio.partners().edit(SALESFORCE, code, "city", "Ghent");

    assertThat(answerToSoap(outboundMessage("04l300000000001AAA", id)))
        .startsWith("HTTP/1.1 200 ")
        .contains("text/xml");

    trio.eventuallyAgreed(trio.partners(), code, "city", "Ghent");
  }

  private static String answerToSoap(String message) throws IOException {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    String path = trio.rig().hub().door().paths().get("salesforce");
    try (RawCall call = new RawCall(port())) {
      call.send(head("POST", path, "", body.length).replace("application/json", "text/xml"));
      return call.send(body).head();
    }
  }

  @Test
  void an_outbound_message_that_is_forged_or_no_such_message_is_not_stored() throws Exception {
    String good = outboundMessage("04l300000000009AAA", "001300000000009AAA");
    String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + good;

    assertThat(answerToSoap(outside)).as("an entity of a file").contains(" 400 ");
    assertThat(answerToSoap(outside.replace("001300000000009AAA", "&e;"))).contains(" 400 ");
    assertThat(answerToSoap(good.replace(SalesforceService.ORG_ID, "00D300000000XkQEAU")))
        .as("another org")
        .contains(" 403 ");
    assertThat(answerToSoap(good.substring(0, good.length() - 30))).as("cut").contains(" 400 ");
    assertThat(answerToSoap("{}")).as("no XML").contains(" 400 ");
    assertThat(isThere("select 1 from notice where key = '04l300000000009AAA'")).isFalse();

    assertThat(answerToSoap(good)).as("the hub is up").contains(" 200 ");
    assertThat(isThere("select 1 from notice where key = '04l300000000009AAA'")).isTrue();
  }

  @Test
  void edits_arrive_by_the_orgs_outbound_messages_alone() {
    String url = "http://127.0.0.1:" + port() + trio.rig().hub().door().paths().get("salesforce");
    Outbox outbox = trio.rig().simulators().salesforce().outbox();
    outbox.sendTo(new Outbox.Target(URI.create(url), true));
    try {
      for (int order = 11; order <= 20; order++) {
        trio.orders().edit(SALESFORCE, Trio.number(order), "notes", "Told by SOAP " + order);
      }
      trio.partners().edit(SALESFORCE, Trio.partnerOf(5), "city", "Köln & Bonn");
      trio.orders().salesforce().add(Trio.order("30001", Trio.partnerOf(5), "Ready"));

      for (int order = 11; order <= 20; order++) {
        trio.eventuallyAgreed(trio.orders(), Trio.number(order), "notes", "Told by SOAP " + order);
      }
      trio.eventuallyAgreed(trio.partners(), Trio.partnerOf(5), "city", "Köln & Bonn");
      eventually(() -> assertThat(trio.orders().tracker().find("30001")).isPresent());
      trio.allInStep();
    } finally {
      outbox.sendTo(null);
    }
  }

  private static String outboundMessage(String notification, String account) {
    return """
    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
    <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
    <OrganizationId>%s</OrganizationId><ActionId>04k300000000001AAA</ActionId>
    <Notification><Id>%s</Id>
    <sObject xsi:type="sf:Account" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
    <sf:Id>%s</sf:Id></sObject></Notification>
    </notifications></soapenv:Body></soapenv:Envelope>
    """
        .formatted(SalesforceService.ORG_ID, notification, account);
  }

  @Test
  void calls_that_come_twice_in_batches_and_in_the_wrong_order_do_no_harm() {
    tell(new Subscription.Manner(10, true, true, false));
    for (String carrier : new String[] {"A", "B", "C", "Slow Boat"}) {
      for (int order = 4; order <= 8; order++) {
        trio.warehouse().edit(Resource.ORDERS, Trio.number(order), Map.of("carrier", carrier));
      }
    }

    for (int order = 4; order <= 8; order++) {
      trio.eventuallyAgreed(trio.orders(), Trio.number(order), "carrier", "Slow Boat");
    }
    trio.allInStep();
  }

  @Test
  void what_is_told_while_the_api_cannot_be_read_is_read_once_it_can() {
    trio.fail(
        FULFILLMENT,
        new FaultRule(
            "GET",
            Pattern.compile("/orders"),
            "",
            FaultRule.FOREVER,
            new Fault.Failure(503, "unavailable", "away")));
    trio.warehouse().edit(Resource.ORDERS, Trio.number(10), Map.of("carrier", "Later"));
    eventually(() -> assertThat(trio.fault(FULFILLMENT)).isPresent());

    trio.server(FULFILLMENT).faults().clear();

    trio.eventuallyAgreed(trio.orders(), Trio.number(10), "carrier", "Later");
  }

  @Test
  void what_nobody_signed_or_nobody_can_read_is_refused_and_changes_nothing() throws Exception {
    settle();
    String now = Long.toString(Instant.now().getEpochSecond());
    String old = Long.toString(Instant.now().getEpochSecond() - 600);
    byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
    trio.server(FULFILLMENT).counters().reset();

    assertThat(answer("POST", path(), "", event)).as("no signature").isEqualTo(401);
    assertThat(answer("POST", path(), signed("m1", now, "x"), event)).as("forged").isEqualTo(401);
    assertThat(answer("POST", path(), signed("m1", old, EVENT), event)).as("old").isEqualTo(401);
    assertThat(answer("POST", path(), signed("m1", now, "{"), "{".getBytes(StandardCharsets.UTF_8)))
        .as("no JSON")
        .isEqualTo(400);
    assertThat(
            answer(
                "POST", path(), signed("m1", now, "gzip") + "Content-Encoding: gzip\r\n", bomb()))
        .as("bomb")
        .isEqualTo(415);
    assertThat(answer("PUT", path(), signed("m1", now, EVENT), event)).as("method").isEqualTo(405);
    assertThat(answer("POST", path() + "x", signed("m1", now, EVENT), event))
        .as("path")
        .isEqualTo(404);
    assertThat(large()).as("100 MB").isEqualTo(413);

    assertThat(reads()).as("nothing was read for any of them").isEmpty();
    assertThat(atDoor())
        .contains(
            "fulfillment refused 401 its signature is wrong: see fulfillment.webhook-secret",
            "fulfillment refused 413 it is too large",
            " refused 404 nobody has its path")
        .anyMatch(count -> count.startsWith("fulfillment admitted 200"));
  }

  @Test
  void headers_that_mean_something_to_camel_change_no_call() throws Exception {
    settle();
    String now = Long.toString(Instant.now().getEpochSecond());
    String evil =
        "sObjectQuery: select Id from User\r\nCamelHttpUri: http://127.0.0.1:1/\r\n"
            + "CamelHttpPath: /nowhere\r\nCamelHttpMethod: DELETE\r\nCamelBeanMethodName: sweep\r\n";
    trio.server(FULFILLMENT).counters().reset();
    byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);

    assertThat(answer("POST", path(), signed("evil", now, EVENT) + evil, event)).isEqualTo(200);
    eventually(() -> assertThat(reads()).isEqualTo(Map.of("GET /orders", 1L)));

    assertThat(answer("POST", path(), signed("evil", now, EVENT), event))
        .as("replay")
        .isEqualTo(200);
    await()
        .during(Duration.ofSeconds(1))
        .untilAsserted(
            () -> assertThat(reads()).as("a replay is known").isEqualTo(Map.of("GET /orders", 1L)));
    trio.allInStep();
  }

  /**
   * All say the same, nothing that was told waits, as of the hub's own writes, and for a second
   * nobody had anything to ask the API.
   */
  private static void settle() {
    trio.allInStep();
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              boolean quiet = reads().isEmpty() && nothingWaits();
              trio.server(FULFILLMENT).counters().reset();
              return quiet;
            });
  }

  /** What status shows of the door. */
  private static List<String> atDoor() {
    try (RunningHub hub = new HubDoors(Map.of()).open(new HubDoor.OfDataDir(dir))) {
      CompositeData status = (CompositeData) hub.attribute("Sync", "Status");
      return ((TabularData) status.get("door"))
          .values().stream()
              .map(CompositeData.class::cast)
              .map(c -> Stream.of("source", "result", "status", "why").map(c::get))
              .map(words -> words.map(String::valueOf).collect(Collectors.joining(" ")))
              .toList();
    }
  }

  private static boolean nothingWaits() throws SQLException {
    return !isThere("select 1 from hint");
  }

  private static boolean isThere(String query) throws SQLException {
    String store = trio.rig().environment().get("STORE_URL");
    try (Connection connection = DriverManager.getConnection(store, TestServer.USER, "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static Map<String, Long> reads() {
    return new TreeMap<>(trio.server(FULFILLMENT).counters().snapshot().byCall());
  }

  private static String signed(String id, String time, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] sign = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
    return "Webhook-Id: %s\r\nWebhook-Timestamp: %s\r\nWebhook-Signature: v1,%s\r\n"
        .formatted(id, time, Base64.getEncoder().encodeToString(sign));
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[10_000_000]);
    }
    return packed.toByteArray();
  }

  private static int answer(String method, String path, String headers, byte[] body)
      throws IOException {
    try (RawCall call = new RawCall(port())) {
      call.send(head(method, path, headers, body.length)).send(body);
      return status(call);
    }
  }

  private static int large() throws IOException {
    try (RawCall call = new RawCall(port())) {
      return status(call.send(head("POST", path(), "", 100 * 1024 * 1024)));
    }
  }

  private static String head(String method, String path, String headers, int length) {
    return "%s %s HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
        .formatted(method, path, headers, length);
  }

  private static int status(RawCall call) throws IOException {
    return Integer.parseInt(call.head().split(" ")[1]);
  }
}
