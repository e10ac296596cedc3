package io.partnerhub.sandbox.salesforce;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partnerhub.SettableClock;
import io.partnerhub.sandbox.salesforce.outbound.Outbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outbound Messages of the simulated org to a listener that answers as it is told. */
class OutboxTest {

  private static final String ACK =
      "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>"
          + "<notificationsResponse xmlns=\"http://soap.sforce.com/2005/09/outbound\"><Ack>%s</Ack>"
          + "</notificationsResponse></soapenv:Body></soapenv:Envelope>";
  private static final Pattern NOTIFICATION =
      Pattern.compile("<Notification><Id>(04l\\w{15})</Id>");
  private static final Pattern RECORD = Pattern.compile("<sf:Id>(\\w{18})</sf:Id>");

  /** Instead of the acknowledgement. */
  private record Refusal(int status, String body) {}

  private final SettableClock clock = new SettableClock("2026-03-02T08:00:00Z");
  private final SalesforceService service = new SalesforceService(OrgSettings.sandbox(), clock);
  private final Org org = service.org();
  private final List<String> messages = new ArrayList<>();
  private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
  private HttpServer listener;

  @BeforeEach
  void listen() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext("/om", this::take);
    listener.start();
  }

  @AfterEach
  void stop() {
    service.stop();
    listener.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).startsWith("text/xml");
    String message = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (messages) {
      messages.add(message);
    }
    Refusal refusal = refusals.poll();
    byte[] answer =
        (refusal == null ? ACK.formatted("true") : refusal.body()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(refusal == null ? 200 : refusal.status(), answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void switchOn(boolean twice) {
    URI url = URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/om");
    service.outbox().sendTo(new Outbox.Target(url, twice));
  }

  private List<String> sent(int number) {
    await().until(() -> sent().size() >= number);
    return sent();
  }

  private List<String> sent() {
    synchronized (messages) {
      return List.copyOf(messages);
    }
  }

  private static List<String> all(Pattern pattern, String message) {
    return pattern.matcher(message).results().map(found -> found.group(1)).toList();
  }

  private String account(String code) {
    return org.create("Account", Map.of("Name", "A & <B>", "Partner_Code__c", code));
  }

  @Test
  void what_the_clock_commits_is_told_though_nobody_calls() {
    switchOn(false);
    String id = account("A1");
    sent(1);
    org.editLate("Account", "A1", Map.of("Phone", "1"), Duration.ofSeconds(5));

    clock.advance(Duration.ofSeconds(5));

    assertThat(all(RECORD, sent(2).get(1))).containsExactly(id);
  }

  @Test
  void a_new_record_and_an_edited_one_are_told_with_ids_of_their_own() {
    switchOn(false);
    String id = account("A1");
    sent(1);
    org.edit("Account", "A1", Map.of("Phone", "1"));

    List<String> two = sent(2);

    assertThat(two).allSatisfy(m -> assertThat(all(RECORD, m)).containsExactly(id));
    assertThat(two.get(0))
        .contains(
            "<OrganizationId>" + SalesforceService.ORG_ID + "</OrganizationId>",
            "<SessionId xsi:nil=\"true\"",
            "xsi:type=\"sf:Account\"",
            "<sf:Name>A &amp; &lt;B&gt;</sf:Name>");
    assertThat(all(NOTIFICATION, two.get(0))).hasSize(1);
    assertThat(all(NOTIFICATION, two.get(1)))
        .doesNotContainAnyElementsOf(all(NOTIFICATION, two.get(0)));
  }

  @Test
  void what_is_not_acknowledged_comes_again_with_its_ids_and_others_meanwhile() {
    List.of(
            new Refusal(503, ""),
            new Refusal(200, ""),
            new Refusal(200, ACK.formatted("false")),
            new Refusal(500, ACK.formatted("true")))
        .forEach(refusals::add);
    switchOn(false);
    account("A1");

    List<String> five = sent(5);

    assertThat(five).containsOnly(five.get(0));
    account("A2");
    assertThat(sent(6).get(5)).isNotEqualTo(five.get(0));
    assertThat(sent()).hasSize(6);
  }

  @Test
  void many_at_once_are_up_to_a_hundred_a_message_and_of_one_object_each() {
    switchOn(false);
    org.seed(
        "Account",
        IntStream.range(0, 250)
            .mapToObj(i -> Map.of("Name", "A" + i, "Partner_Code__c", "C" + i))
            .toList());

    await().until(() -> sent().stream().mapToInt(m -> all(RECORD, m).size()).sum() == 250);

    assertThat(sent()).allSatisfy(m -> assertThat(all(RECORD, m)).hasSizeBetween(1, 100));
    assertThat(sent().stream().flatMap(m -> all(NOTIFICATION, m).stream())).doesNotHaveDuplicates();
  }

  @Test
  void on_command_each_message_comes_twice() {
    switchOn(true);
    account("A1");

    assertThat(sent(2)).containsOnly(sent().get(0));
  }

  @Test
  void a_message_is_dropped_after_a_day_and_a_deletion_is_told_to_nobody() {
    refusals.add(new Refusal(503, ""));
    switchOn(false);
    account("A1");
    sent(1);
    refusals.add(new Refusal(503, ""));
    clock.advance(Duration.ofHours(25));

    sent(2); // one more try, as it was under way
    org.delete("Account", "A1");
    account("A2");

    List<String> three = sent(3);
    assertThat(three.get(2)).isNotEqualTo(three.get(0));
    assertThat(all(RECORD, three.get(2))).hasSize(1);
  }

  @Test
  void while_it_is_off_nobody_is_told() {
    account("A1");
    switchOn(false);
    account("A2");

    assertThat(all(RECORD, sent(1).get(0))).hasSize(1);
    assertThat(sent()).hasSize(1);
  }
}
