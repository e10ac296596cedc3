package io.partnerhub.sandbox.sim;

import static io.partnerhub.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorServerTest {

  private final Tally service = new Tally();
  private final SimulatorServer server = SimulatorServer.start(service, 0);
  private final HttpClient client = HttpClient.newHttpClient();

  /** Counts its effects, so that a test sees whether a cut call had one. */
  private static final class Tally implements SimulatedService {
    private final AtomicInteger effects = new AtomicInteger();
    private volatile SimRequest last;

    @Override
    public String name() {
      return "tally";
    }

    @Override
    public SimAnswer answer(SimRequest request) {
      last = request;
      effects.incrementAndGet();
      return SimAnswer.json(200, Map.of("bytes", request.body().length));
    }

    @Override
    public Call classify(SimRequest request) {
      return request.method().equals("GET")
          ? new Call(Operation.READ, "GET anything")
          : new Call(Operation.WRITE, "change anything");
    }

    @Override
    public SimAnswer failure(int status, String code, String message) {
      return SimAnswer.json(status, Map.of("code", code, "message", message));
    }

    @Override
    public SimAnswer rateLimited() {
      return failure(429, "4003", "too many");
    }

    @Override
    public SimAnswer command(SimRequest request) {
      throw new IllegalArgumentException("no command " + request.path());
    }

    @Override
    public void reset() {
      effects.set(0);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String uri, String body)
      throws IOException, InterruptedException {
    return client.send(request(method, uri, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String uri, String body) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + uri))
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  @Test
  void path_and_query_arrive_decoded_and_their_length_as_sent() throws Exception {
    send("GET", "/a%20b/%C3%A9+c?q=x+y%2Bz&q=2&empty", "");

    assertThat(service.last.path()).isEqualTo("/a b/é+c");
    assertThat(service.last.query().get("q")).containsExactly("x y+z", "2");
    assertThat(service.last.parameter("empty")).contains("");
    assertThat(service.last.uriBytes()).isEqualTo("/a%20b/%C3%A9+c?q=x+y%2Bz&q=2&empty".length());
  }

  @Test
  void a_uri_of_sixty_kilobytes_reaches_the_service() throws Exception {
    send("GET", "/q?x=" + "a".repeat(60_000), "");

    assertThat(service.last.uriBytes()).isEqualTo(60_005);
  }

  @Test
  void a_body_of_eight_megabytes_reaches_the_service() throws Exception {
    HttpResponse<String> answer = send("POST", "/big", "x".repeat(8_000_000));

    assertThat(answer.body()).isEqualTo("{\"bytes\":8000000}");
  }

  @Test
  void calls_are_counted_by_operation_and_name_and_admin_calls_are_not() throws Exception {
    send("GET", "/a", "");
    send("GET", "/b", "");
    send("POST", "/a", "");
    String counters = send("GET", "/__sim/counters", "").body();

    assertThat(server.counters().snapshot().of(Operation.READ)).isEqualTo(2);
    assertThat(server.counters().snapshot().of("change anything")).isEqualTo(1);
    assertThat(counters)
        .contains(
            "\"total\":3", "\"READ\":2", "\"WRITE\":1", "\"LOGIN\":0", "\"peakConcurrent\":1");
  }

  @Test
  void a_rule_meets_the_calls_that_it_names_as_often_as_it_says() throws Exception {
    send(
        "POST",
        "/__sim/faults",
        "{\"method\":\"POST\",\"path\":\"^/rows\",\"contains\":\"ALFKI\",\"times\":2,"
            + "\"kind\":\"status\",\"status\":503,\"code\":\"DOWN\",\"message\":\"later\"}");

    assertThat(send("GET", "/rows", "ALFKI").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/rows", "BERGS").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/rows", "ALFKI").body()).contains("\"DOWN\"", "\"later\"");
    assertThat(send("POST", "/rows/1", "ALFKI").statusCode()).isEqualTo(503);
    assertThat(send("POST", "/rows", "ALFKI").statusCode()).isEqualTo(200);
  }

  @Test
  void a_share_of_all_calls_fails_the_same_ones_for_a_seed_until_it_is_cleared() throws Exception {
    List<Integer> first = statusesAmongFaults();
    List<Integer> again = statusesAmongFaults();

    assertThat(first).isEqualTo(again).contains(200, 503);
    assertThat(send("GET", "/", "").statusCode()).isEqualTo(200);
  }

  private List<Integer> statusesAmongFaults() throws IOException, InterruptedException {
    FaultShare half = new FaultShare(7, 0.5, List.of(new Fault.Failure(503, "DOWN", "later")));
    server.faults().add(half);
    List<Integer> statuses = new ArrayList<>();
    for (int call = 0; call < 20; call++) {
      statuses.add(send("GET", "/", "").statusCode());
    }
    server.faults().clear();
    assertThat(half.met()).isEqualTo(Collections.frequency(statuses, 503));
    return statuses;
  }

  @Test
  void a_rate_limit_html_and_an_empty_answer_come_without_the_effect() throws Exception {
    server.faults().add(FaultRule.once("", "/", new Fault.RateLimit()));
    server.faults().add(FaultRule.once("", "/", new Fault.Html()));
    server.faults().add(FaultRule.once("", "/", new Fault.Empty()));

    HttpResponse<String> limited = send("GET", "/", "");
    HttpResponse<String> html = send("GET", "/", "");
    HttpResponse<String> empty = send("GET", "/", "");

    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.body()).startsWith("<html>");
    assertThat(empty.statusCode()).isEqualTo(200);
    assertThat(empty.body()).isEmpty();
    assertThat(service.effects).hasValue(0);
  }

  @Test
  void a_call_cut_before_has_no_effect_and_a_call_cut_after_has_it() {
    server.faults().add(FaultRule.once("POST", "/", new Fault.CutBefore()));
    assertThatThrownBy(() -> send("POST", "/", "x")).isInstanceOf(IOException.class);
    assertThat(service.effects).hasValue(0);

    server.faults().add(FaultRule.once("POST", "/", new Fault.CutAfter()));
    assertThatThrownBy(() -> send("POST", "/", "x")).isInstanceOf(IOException.class);
    assertThat(service.effects).hasValue(1);
  }

  /**
   * A fault of one kind, by HTTP.
   *
   * @param status of the answer; 0 when the connection is cut
   * @param said a part of the answer's body, empty when it has none
   * @param effects how often the call had its effect
   * @param millis how long it took at least
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":"status","status":503,"code":"DOWN"}         | 503 | "DOWN"             | 0 | 0
          {"kind":"status","status":418,"body":{"tea":[1]}}    | 418 | {"tea":[1]}        | 0 | 0
          {"kind":"status","status":418,"body":"no tea"}       | 418 | no tea             | 0 | 0
          {"kind":"rate-limit"}                                | 429 | "4003"             | 0 | 0
          {"kind":"retry-later","seconds":7}                   | 503 | SERVER_UNAVAILABLE | 0 | 0
          {"kind":"html"}                                      | 200 | <html>             | 0 | 0
          {"kind":"empty"}                                     | 200 | ``                 | 0 | 0
          {"kind":"invalid-utf8"}                              | 200 | bytes              | 1 | 0
          {"kind":"cut-before"}                                |   0 | ``                 | 0 | 0
          {"kind":"cut-after"}                                 |   0 | ``                 | 1 | 0
          {"kind":"delay","ms":150}                            | 200 | {"bytes":1}        | 1 | 150
          """)
  void a_fault_does_what_its_kind_says(
      String fault, int status, String said, int effects, long millis) throws Exception {
    assertThat(send("POST", "/__sim/faults", fault).statusCode()).isEqualTo(200);
    long begin = System.nanoTime();

    if (status == 0) {
      assertThatThrownBy(() -> send("POST", "/", "x")).isInstanceOf(IOException.class);
    } else {
      HttpResponse<String> answer = send("POST", "/", "x");
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).contains(said);
      assertThat(answer.body().isEmpty()).isEqualTo(said.isEmpty());
    }

    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(millis * 1_000_000);
    assertThat(service.effects).hasValue(effects);
    assertThat(send("POST", "/", "x").statusCode()).isEqualTo(200);
  }

  @Test
  void a_service_that_wants_to_be_left_alone_says_for_how_long() throws Exception {
    send("POST", "/__sim/faults", "{\"kind\":\"retry-later\",\"seconds\":7}");

    assertThat(send("GET", "/", "").headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void a_held_call_waits_before_its_effect_until_it_is_released() throws Exception {
    send("POST", "/__sim/faults", "{\"kind\":\"hold\"}");
    CompletableFuture<HttpResponse<String>> held =
        client.sendAsync(request("POST", "/", "x"), BodyHandlers.ofString());
    await().until(() -> server.faults().held() == 1);
    assertThat(service.effects).hasValue(0);

    send("POST", "/__sim/release", "");

    assertThat(held.get().statusCode()).isEqualTo(200);
    assertThat(service.effects).hasValue(1);
  }

  @Test
  void a_call_held_after_its_effect_has_it_at_once() throws Exception {
    send("POST", "/__sim/faults", "{\"kind\":\"hold\",\"effect\":\"after\"}");
    CompletableFuture<HttpResponse<String>> held =
        client.sendAsync(request("POST", "/", "x"), BodyHandlers.ofString());
    await().until(() -> server.faults().held() == 1);

    assertThat(service.effects).hasValue(1);
    assertThat(held).isNotDone();
    server.faults().release();
    assertThat(held.get().statusCode()).isEqualTo(200);
  }

  @Test
  void latency_is_added_to_each_call() throws Exception {
    send("POST", "/__sim/latency", "{\"ms\":150}");
    long begin = System.nanoTime();

    send("GET", "/", "");

    assertThat(System.nanoTime() - begin).isGreaterThan(150_000_000L);
  }

  @Test
  void a_reset_takes_back_faults_counters_and_state() throws Exception {
    send("GET", "/", "");
    server.faults().add(FaultRule.once("", "/", new Fault.Html()).times(FaultRule.FOREVER));

    send("POST", "/__sim/reset", "");

    assertThat(server.faults().rules()).isEmpty();
    assertThat(server.counters().snapshot().total()).isZero();
    assertThat(service.effects).hasValue(0);
  }

  @Test
  void a_request_that_cannot_be_taken_apart_is_400_without_a_stack_trace() throws Exception {
    for (String line :
        List.of("GET /x?q=% HTTP/1.1", "GET /x?q=%zz HTTP/1.1", "GET /%zz HTTP/1.1")) {
      assertThat(raw(line + "\r\n", ""))
          .startsWith("HTTP/1.1 400 ")
          .doesNotContain("\tat ", "java.");
    }
    assertThat(
            raw("POST /x HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n", "%zz=1"))
        .startsWith("HTTP/1.1 400 ")
        .doesNotContain("\tat ", "java.");
    assertThat(service.effects).hasValue(0);
  }

  /** What Java's own client would not send. */
  private String raw(String head, String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String rest = "Host: x\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n";
      socket.getOutputStream().write((head + rest + body).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void a_command_that_cannot_be_carried_out_is_400_with_its_reason() throws Exception {
    HttpResponse<String> kind = send("POST", "/__sim/faults", "{\"kind\":\"rain\"}");
    HttpResponse<String> other = send("POST", "/__sim/rain", "");
    HttpResponse<String> text = send("POST", "/__sim/faults", "rain");

    assertThat(kind.statusCode()).isEqualTo(400);
    assertThat(kind.body()).contains("rain", "cut-before");
    assertThat(other.body()).contains("no command /__sim/rain");
    assertThat(text.body()).contains("no JSON");
  }

  @Test
  void a_spoilt_answer_is_the_services_own_with_a_byte_that_is_no_utf8() throws Exception {
    byte[] whole = client.send(request("GET", "/", ""), BodyHandlers.ofByteArray()).body();
    send("POST", "/__sim/faults", "{\"kind\":\"invalid-utf8\"}");

    byte[] spoilt = client.send(request("GET", "/", ""), BodyHandlers.ofByteArray()).body();

    assertThat(spoilt).hasSize(whole.length + 1).contains(0xC3);
    assertThatThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(spoilt)))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void the_text_of_an_answer_keeps_its_bytes() throws Exception {
    server.faults().add(FaultRule.once("", "/", new Fault.RawAnswer(418, "{\"n\":\"é\"}")));

    HttpResponse<byte[]> answer = client.send(request("GET", "/", ""), BodyHandlers.ofByteArray());

    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"n\":\"é\"}");
  }
}
