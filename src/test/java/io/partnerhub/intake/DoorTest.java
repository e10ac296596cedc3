package io.partnerhub.intake;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Notice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

  private static final SystemName SYSTEM = SystemName.FULFILLMENT;
  private static final String SECRET = "2c7hQm3dYw0nLk9bVx8pTA";
  private static final int MOST_BYTES = 1000;
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final int AT_ONCE = 4;

  /** Eight times as many as there is time for, and far fewer bytes than are allowed. */
  private static final int MOST_DROPS = 80;

  private static final DoorSettings.Limits LIMITS =
      new DoorSettings.Limits(PATIENCE, 20, 5, AT_ONCE, 1_000, MOST_BYTES, 3 * MOST_BYTES);

  @TempDir private Path directory;

  private final FakeInbox inbox = new FakeInbox();
  private final ConcurrentLinkedQueue<SystemName> told = new ConcurrentLinkedQueue<>();
  private final DoorCounts counts = new DoorCounts(new SettableClock("2026-03-01T08:00:00Z"));
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Door door = door(LIMITS);

  /** Takes any JSON for a notice whose key is the header's, and says so. */
  private static final class AnyJson implements Doorkeeper {

    @Override
    public SystemName system() {
      return SYSTEM;
    }

    @Override
    public String name() {
      return "any";
    }

    @Override
    public Terms terms() {
      return Terms.json("X-Key");
    }

    @Override
    public Verdict judge(Knock knock) {
      if (knock.body().length == 0) {
        return new Verdict.Refuse(Answer.BAD_REQUEST, "it says nothing");
      }
      if (new String(knock.body(), StandardCharsets.UTF_8).equals("fault")) {
        throw new IllegalStateException("secret of the hub");
      }
      String key = knock.header("x-key").orElse("none") + knock.headers().keySet();
      return new Verdict.Admit(
          "any",
          List.of(new Notice(key, List.of(Hint.somewhereIn("orders")))),
          Answer.OK.with("X-Seen", "yes"));
    }
  }

  private Door door(DoorSettings.Limits limits) {
    return new Door(
        new DoorSettings("127.0.0.1", 0, null, limits),
        List.of(new AnyJson()),
        name -> SECRET,
        inbox,
        told::add,
        counts);
  }

  @BeforeEach
  void open() {
    door.open();
  }

  @AfterEach
  void close() {
    door.close();
  }

  /** Another 2xx has Smartsheet disable its webhook, as a 3xx has; a 410 loses the callback. */
  @AfterEach
  void everythingWasAnsweredSoThatItIsSentAgainOrNeedNotBe() {
    assertThat(counts.all())
        .extracting(DoorCounts.Count::status)
        .allMatch(status -> status == 200 || status >= 400 && status != 410);
  }

  @Test
  void what_is_stored_is_answered_and_its_system_woken() throws Exception {
    HttpResponse<String> answer = client.send(post("{}").build(), text());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-seen")).contains("yes");
    assertThat(inbox.stored()).extracting(Notice::key).containsExactly("k1[x-key]");
    assertThat(told).containsExactly(SYSTEM);
  }

  @Test
  void a_duplicate_is_answered_as_before_and_wakes_nobody() throws Exception {
    client.send(post("{}").build(), text());
    told.clear();

    assertThat(client.send(post("{}").build(), text()).statusCode()).isEqualTo(200);

    assertThat(inbox.stored()).hasSize(1);
    assertThat(told).isEmpty();
  }

  @Test
  void it_is_not_answered_before_it_is_stored() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    inbox.hold(latch);
    CompletableFuture<HttpResponse<String>> answer = client.sendAsync(post("{}").build(), text());
    await().until(() -> inbox.holding() == 1);

    assertThat(answer).isNotDone();
    latch.countDown();

    assertThat(answer.get().statusCode()).isEqualTo(200);
    assertThat(inbox.stored()).hasSize(1);
  }

  @Test
  void a_full_inbox_and_a_store_that_is_away_are_told_so_that_it_is_sent_again() throws Exception {
    inbox.full(true);
    HttpResponse<String> full = client.send(post("{}").build(), text());
    inbox.full(false);
    inbox.away(true);
    HttpResponse<String> away = client.send(post("{}").build(), text());
    inbox.away(false);

    assertThat(full.statusCode()).isEqualTo(503);
    assertThat(full.headers().firstValue("retry-after")).contains("30");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("retry-after")).contains("10");
    assertThat(away.body()).isEmpty();
    assertThat(client.send(post("{}").build(), text()).statusCode()).isEqualTo(200);
  }

  @Test
  void each_request_is_counted_once_by_what_became_of_it() throws Exception {
    client.send(post("{}").build(), text());
    client.send(post("{}").build(), text());
    client.send(post("{}").build(), text());
    inbox.full(true);
    client.send(post("{}").build(), text());
    inbox.full(false);
    inbox.away(true);
    client.send(post("{}").build(), text());
    inbox.away(false);
    client.send(post("").build(), text());
    client.send(post("fault").build(), text());
    client.send(post("{}").header("Content-Encoding", "gzip").build(), text());
    client.send(post("x".repeat(MOST_BYTES + 1)).build(), text());
    client.send(HttpRequest.newBuilder(URI.create(base() + "/in/none")).build(), text());

    assertThat(counts.all())
        .extracting(c -> c.source() + " " + c.result() + " " + c.status() + " " + c.requests())
        .containsExactly(
            " REFUSED 404 1",
            "any ADMITTED 200 1",
            "any DUPLICATE 200 2",
            "any FULL 503 1",
            "any REFUSED 400 1",
            "any REFUSED 413 1",
            "any REFUSED 415 1",
            "any REFUSED 500 1",
            "any REFUSED 503 1");
    assertThat(counts.all()).extracting(DoorCounts.Count::why).contains("it says nothing");
  }

  @Test
  void an_answer_says_nothing_of_the_hub() throws Exception {
    HttpResponse<String> fault = client.send(post("fault").build(), text());
    HttpResponse<String> unknown =
        client.send(HttpRequest.newBuilder(URI.create(base() + "/in/none")).build(), text());

    assertThat(fault.statusCode()).isEqualTo(500);
    assertThat(fault.body()).isEmpty();
    assertThat(fault.headers().map().keySet()).containsOnly("content-length");
    assertThat(unknown.headers().map().keySet()).containsOnly("content-length", "connection");
    assertUp();
  }

  @Test
  void what_the_doorkeeper_refuses_is_not_stored() throws Exception {
    assertThat(client.send(post("").build(), text()).statusCode()).isEqualTo(400);
    assertUp();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/in/any",
        "/in/any/",
        "/in/any/2c7hQm3dYw0nLk9bVx8pTB",
        "/in/other/2c7hQm3dYw0nLk9bVx8pTA",
        "/in/any/2c7hQm3dYw0nLk9bVx8pTA/",
        "/in//any/2c7hQm3dYw0nLk9bVx8pTA",
        "/in/any/../any/2c7hQm3dYw0nLk9bVx8pTA",
        "/in/any/%32c7hQm3dYw0nLk9bVx8pTA",
        "/IN/ANY/2c7hQm3dYw0nLk9bVx8pTA"
      })
  void a_path_that_is_not_exactly_right_leads_nowhere(String path) throws Exception {
    assertThat(head(call("POST " + path, "Content-Length: 2", "{}"))).startsWith("HTTP/1.1 404 ");
    assertUp();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
  void only_what_is_posted_is_read(String method) throws Exception {
    assertThat(head(call(method + " " + path(), "Content-Length: 2", "{}")))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("allow: POST");
    assertUp();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: text/plain",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: application/json; charset=utf-16",
        "Content-Type: application/jsonp"
      })
  void another_content_type_is_not_read(String type) throws Exception {
    String headers = type.isEmpty() ? "Content-Length: 2" : type + "\r\nContent-Length: 2";
    assertThat(head(raw("POST " + path(), headers, "{}"))).startsWith("HTTP/1.1 415 ");
    assertUp();
  }

  @Test
  void a_charset_that_says_the_usual_is_fine() throws Exception {
    String headers = "Content-Type: Application/JSON; charset=\"UTF-8\"\r\nContent-Length: 2";
    assertThat(head(raw("POST " + path(), headers, "{}"))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_gzip_bomb_is_not_unpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[400 * MOST_BYTES]);
    }
    String headers = "Content-Encoding: gzip\r\nContent-Length: " + packed.size();
    try (RawCall call = new RawCall(door.port())) {
      call.send(start("POST " + path(), json(headers))).send(packed.toByteArray());
      assertThat(call.head()).startsWith("HTTP/1.1 415 ");
    }
    assertUp();
  }

  @Test
  void a_hundred_megabytes_are_refused_unread() throws Exception {
    try (RawCall call = new RawCall(door.port())) {
      call.send(start("POST " + path(), json("Content-Length: " + 100 * 1024 * 1024)));
      assertThat(call.head()).startsWith("HTTP/1.1 413 ");
      assertThat(call.isClosed()).isTrue();
    }
    assertUp();
  }

  @Test
  void a_body_without_end_is_refused_once_it_is_too_long() throws Exception {
    try (RawCall call = new RawCall(door.port())) {
      call.send(start("POST " + path(), json("Transfer-Encoding: chunked")));
      String chunk = "1f4\r\n" + "x".repeat(500) + "\r\n"; // 500 bytes
      call.send(chunk).send(chunk).send(chunk);
      assertThat(call.head()).startsWith("HTTP/1.1 413 ");
    }
    assertUp();
  }

  @Test
  void who_sends_headers_too_slowly_is_cut_off_however_often_a_byte_comes() throws Exception {
    try (RawCall call = new RawCall(door.port())) {
      call.send("POST " + path() + " HTTP/1.1\r\n");
      assertThat(isCutOff(call, "X-More: 1\r\n")).isTrue();
    }
    assertUp();
  }

  @Test
  void who_sends_the_body_too_slowly_is_cut_off_however_often_a_byte_comes() throws Exception {
    try (RawCall call = new RawCall(door.port())) {
      call.send(start("POST " + path(), json("Content-Length: 900")));
      assertThat(call.send("{").head()).startsWith("HTTP/1.1 408 ");
    }
    try (RawCall call = new RawCall(door.port())) {
      call.send(start("POST " + path(), json("Content-Length: 900")));
      assertThat(isCutOff(call, "{")).isTrue();
    }
    assertUp();
  }

  @Test
  void many_who_never_end_keep_nobody_out_for_long() throws Exception {
    List<RawCall> slow = new ArrayList<>();
    for (int i = 0; i < LIMITS.connections() + 10; i++) {
      slow.add(new RawCall(door.port()));
      slow.get(i).send("POST /");
    }
    for (RawCall call : slow) {
      assertThat(call.isClosed()).isTrue();
      call.close();
    }
    assertUp();
  }

  /** This machine itself, as with a proxy in front of the door, may have as many as there are. */
  @Test
  @EnabledOnOs(OS.LINUX) // where each of 127.0.0.0/8 is an address of this machine
  void one_address_has_but_so_many_connections_and_others_come_in() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    inbox.hold(latch); // what is being stored is not cut off
    List<RawCall> calls = new ArrayList<>();
    try (Door narrow =
        door(new DoorSettings.Limits(PATIENCE, 20, 2, AT_ONCE, 1_000, MOST_BYTES, MOST_BYTES))) {
      narrow.open();
      for (int i = 0; i < 2; i++) {
        RawCall call = new RawCall(narrow.port(), "127.0.0.2");
        calls.add(call.send(start("POST " + path(), json("Content-Length: 2")) + "{}"));
      }
      await().until(() -> inbox.holding() == 2);

      assertThat(comesIn(narrow, "127.0.0.2")).isFalse();
      assertThat(comesIn(narrow, "127.0.0.3")).isTrue();

      latch.countDown();
      for (RawCall call : calls) {
        assertThat(call.head()).startsWith("HTTP/1.1 200 ");
        call.close();
      }
      await().until(() -> comesIn(narrow, "127.0.0.2"));
    }
  }

  /** Whether one more from an address is answered at all. */
  private boolean comesIn(Door to, String address) throws IOException {
    try (RawCall call = new RawCall(to.port(), address)) {
      call.send(start("GET " + path(), "Content-Length: 0"));
      return call.head().startsWith("HTTP/1.1 405 ");
    } catch (SocketException closed) {
      return false;
    }
  }

  /** Whether the door hangs up although something comes ten times as often as it must. */
  private static boolean isCutOff(RawCall call, String drop) {
    AtomicInteger drops = new AtomicInteger();
    await()
        .pollInterval(PATIENCE.dividedBy(10))
        .until(() -> isBroken(call, drop) || drops.incrementAndGet() == MOST_DROPS);
    return drops.get() < MOST_DROPS;
  }

  private static boolean isBroken(RawCall call, String drop) {
    try {
      call.send(drop);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void more_at_once_than_a_path_may_are_told_to_come_again() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    inbox.hold(latch);
    List<CompletableFuture<HttpResponse<String>>> first = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      first.add(client.sendAsync(post("{}").build(), text()));
    }
    await().until(() -> inbox.holding() == AT_ONCE);
    HttpResponse<String> more = client.send(post("{}").build(), text());
    latch.countDown();

    assertThat(more.statusCode()).isEqualTo(429);
    assertThat(more.headers().firstValue("retry-after")).contains("1");
    for (CompletableFuture<HttpResponse<String>> one : first) {
      assertThat(one.get().statusCode()).isEqualTo(200);
    }
    assertUp(1);
  }

  @Test
  void more_in_a_second_than_a_path_may_are_told_to_come_again() throws Exception {
    try (Door slow =
        door(new DoorSettings.Limits(PATIENCE, 20, 5, AT_ONCE, 1, MOST_BYTES, MOST_BYTES))) {
      slow.open();
      URI url = URI.create("http://127.0.0.1:" + slow.port() + path());
      HttpRequest request = post("{}").uri(url).build();

      assertThat(client.send(request, text()).statusCode()).isEqualTo(200);
      await()
          .pollInterval(Duration.ofMillis(1)) // on a slow machine the next second may begin
          .until(() -> client.send(request, text()).statusCode() == 429);
      await().until(() -> client.send(request, text()).statusCode() == 200);
    }
  }

  @Test
  void bodies_that_do_not_fit_in_together_are_told_to_come_again() throws Exception {
    List<RawCall> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RawCall call = new RawCall(door.port());
      calls.add(call.send(start("POST " + path(), json("Content-Length: 1000"))));
      call.send("x".repeat(999));
    }
    try (RawCall fourth = new RawCall(door.port())) {
      fourth.send(start("POST " + path(), json("Content-Length: 1000"))).send("x".repeat(999));
      assertThat(fourth.head()).startsWith("HTTP/1.1 503 ").containsIgnoringCase("retry-after: 1");
    }
    for (RawCall call : calls) {
      assertThat(call.send("x").head()).startsWith("HTTP/1.1 200 ");
      call.close();
    }
    assertUp(1);
  }

  @Test
  void headers_that_mean_something_to_camel_reach_nobody() throws Exception {
    String evil =
        "sObjectQuery: select Id from User\r\nsObjectName: User\r\nCamelHttpUri: http://evil/\r\n"
            + "CamelHttpPath: /x\r\nCamelFileName: ../../x\r\nCamelBeanMethodName: exit\r\n"
            + "X-Key: k\r\nContent-Length: 2";

    assertThat(head(raw("POST " + path(), json(evil), "{}"))).startsWith("HTTP/1.1 200 ");

    assertThat(inbox.stored()).extracting(Notice::key).containsExactly("k[x-key]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Key: a\r\nX-Key: b\r\nContent-Length: 2",
        "Content-Type: text/xml\r\nContent-Length: 2",
        "Content-Length: 2\r\nTransfer-Encoding: chunked",
        "Content-Length: 2\r\nContent-Length: 3",
        "Content-Length: -2",
        "Content-Length: two",
        "X-Key : a\r\nContent-Length: 2",
        " folded\r\nContent-Length: 2"
      })
  void what_can_be_read_in_two_ways_is_not_read_at_all(String headers) throws Exception {
    String head = head(raw("POST " + path(), json(headers), "{}"));
    assertThat(head).matches("HTTP/1\\.1 4\\d\\d (?s:.*)");
    assertSaysNothing(head);
    assertUp();
  }

  @Test
  void lines_and_headers_that_are_too_long_are_refused() throws Exception {
    String line = "POST " + path() + "?" + "x".repeat(2_000);
    String tooLongLine = head(call(line, "Content-Length: 2", "{}"));
    String headers = "X-Key: " + "x".repeat(20_000) + "\r\nContent-Length: 2";
    String tooLongHeaders = head(raw("POST " + path(), json(headers), "{}"));

    assertThat(tooLongLine).contains(" 414 ");
    assertThat(tooLongHeaders).contains(" 431 ");
    assertSaysNothing(tooLongLine);
    assertSaysNothing(tooLongHeaders);
    assertUp();
  }

  /** Neither what the door is made of nor what it made of the request. */
  private static void assertSaysNothing(String head) {
    assertThat(head.lines().skip(1))
        .allMatch(line -> line.matches("(?i)(connection: close|content-length: 0|)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002 hello in TLS",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\r\n\r\n\0\0"
      })
  void what_is_no_http_is_hung_up_on(String bytes) throws Exception {
    try (RawCall call = new RawCall(door.port())) {
      call.send(bytes);
      call.head();
      assertThat(call.isClosed()).isTrue();
    }
    assertUp();
  }

  @Test
  void a_sender_that_waits_to_be_asked_for_the_body_is_asked_or_refused() throws Exception {
    try (RawCall call = new RawCall(door.port())) {
      call.send(start("POST " + path(), json("Content-Length: 2\r\nExpect: 100-continue")));
      assertThat(call.head()).startsWith("HTTP/1.1 100 ");
      assertThat(call.send("{}").head()).startsWith("HTTP/1.1 200 ");
    }
    try (RawCall call = new RawCall(door.port())) {
      call.send(start("POST " + path(), json("Content-Length: 2000\r\nExpect: 100-continue")));
      assertThat(call.head()).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void one_connection_serves_one_request_after_the_other() throws Exception {
    try (RawCall call = new RawCall(door.port())) {
      for (int i = 0; i < 3; i++) {
        call.send(start("POST " + path(), json("X-Key: " + i + "\r\nContent-Length: 2")) + "{}");
        assertThat(call.head()).startsWith("HTTP/1.1 200 ");
      }
      assertThat(call.isClosed()).isTrue(); // once nothing more comes
    }
    assertThat(inbox.stored()).hasSize(3);
  }

  @Test
  void a_sender_that_breaks_off_leaves_no_trace() throws Exception {
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      try (RawCall call = new RawCall(door.port())) {
        call.send(start("POST " + path(), json("Content-Length: 900")) + "{".repeat(500));
      }
    }
    assertUp();
  }

  @Test
  void with_a_key_it_speaks_TLS_and_nothing_else() throws Exception {
    SelfSigned self = SelfSigned.make(directory);
    DoorSettings settings = new DoorSettings("127.0.0.1", 0, self.keyManager(), LIMITS);
    try (Door safe =
        new Door(settings, List.of(new AnyJson()), name -> SECRET, inbox, told::add, counts)) {
      safe.open();
      HttpClient trusting = HttpClient.newBuilder().sslContext(self.trusting()).build();
      URI url = URI.create("https://localhost:" + safe.port() + path());

      assertThat(trusting.send(post("{}").uri(url).build(), text()).statusCode()).isEqualTo(200);
      try (RawCall plain = new RawCall(safe.port())) {
        plain.send(start("POST " + path(), json("Content-Length: 2")) + "{}");
        assertThat(plain.head()).doesNotContain("HTTP");
      }
    }
  }

  @Test
  void who_does_not_even_begin_with_TLS_counts_from_the_connection_on() throws Exception {
    SelfSigned self = SelfSigned.make(directory);
    DoorSettings settings = new DoorSettings("127.0.0.1", 0, self.keyManager(), LIMITS);
    List<RawCall> silent = new ArrayList<>();
    try (Door safe =
        new Door(settings, List.of(new AnyJson()), name -> SECRET, inbox, told::add, counts)) {
      safe.open();
      long began = System.nanoTime();
      for (int i = 0; i < LIMITS.connections() + 10; i++) {
        silent.add(new RawCall(safe.port()));
      }

      for (RawCall more : silent.subList(LIMITS.connections(), silent.size())) {
        assertThat(more.isClosed()).isTrue();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as("not as handshakes that were too slow")
          .isLessThan(Duration.ofSeconds(4));
      for (RawCall call : silent) {
        call.close();
      }
      HttpClient trusting = HttpClient.newBuilder().sslContext(self.trusting()).build();
      URI url = URI.create("https://localhost:" + safe.port() + path());
      await().until(() -> status(trusting, post("{}").uri(url).build()) == 200);
    }
  }

  private int status(HttpClient by, HttpRequest request) throws InterruptedException {
    try {
      return by.send(request, text()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void headers_and_body_share_the_time_of_a_request() throws Exception {
    Duration patience = Duration.ofSeconds(3);
    try (Door patient =
        door(new DoorSettings.Limits(patience, 20, 5, AT_ONCE, 1_000, MOST_BYTES, MOST_BYTES))) {
      patient.open();
      long began = System.nanoTime();
      try (RawCall call = new RawCall(patient.port())) {
        String start = start("POST " + path(), json("Content-Length: 900"));
        call.send(start.substring(0, 10));
        Thread.sleep(patience.multipliedBy(2).dividedBy(3).toMillis());
        call.send(start.substring(10));

        assertThat(call.head()).startsWith("HTTP/1.1 408 ");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isLessThan(patience.multipliedBy(3).dividedBy(2));
    }
  }

  @Test
  void with_nothing_to_listen_for_it_stays_closed() {
    try (Door none =
        new Door(
            new DoorSettings("127.0.0.1", 0, null, LIMITS),
            List.of(),
            name -> SECRET,
            inbox,
            told::add,
            counts)) {
      none.open();

      assertThat(none.port()).isZero();
    }
  }

  @Test
  void a_port_that_is_taken_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Door second =
            new Door(
                new DoorSettings("127.0.0.1", taken.getLocalPort(), null, LIMITS),
                List.of(new AnyJson()),
                name -> SECRET,
                inbox,
                told::add,
                counts)) {
      assertThatThrownBy(second::open)
          .isInstanceOf(UncheckedIOException.class) // a refusal of the start, not a defect
          .hasMessageContaining("hub.http.port: 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void operators_learn_the_paths() {
    assertThat(door.paths()).isEqualTo(Map.of("any", "/in/any/" + SECRET));
  }

  /** Nothing of what it was sent was stored, and a call of the usual kind is taken. */
  private void assertUp() throws Exception {
    assertUp(0);
  }

  /**
   * The same.
   *
   * @param right how many notices that should be stored were sent before
   */
  private void assertUp(int right) throws Exception {
    await().until(() -> client.send(post("{}", "up").build(), text()).statusCode() == 200);
    assertThat(inbox.stored()).hasSize(right + 1).last().matches(n -> n.key().startsWith("up"));
  }

  private HttpRequest.Builder post(String body) {
    return post(body, "k1");
  }

  private HttpRequest.Builder post(String body, String key) {
    return HttpRequest.newBuilder(URI.create(base() + path()))
        .header("Content-Type", "application/json")
        .header("X-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private String base() {
    return "http://127.0.0.1:" + door.port();
  }

  private String path() {
    return "/in/any/" + SECRET;
  }

  private String call(String line, String headers, String body) {
    return raw(line, json(headers), body);
  }

  private static String json(String headers) {
    return "Content-Type: application/json\r\n" + headers;
  }

  private static String raw(String line, String headers, String body) {
    return start(line, headers) + body;
  }

  private static String start(String line, String headers) {
    return line + " HTTP/1.1\r\nHost: hub.example\r\n" + headers + "\r\n\r\n";
  }

  private String head(String request) throws IOException {
    try (RawCall call = new RawCall(door.port())) {
      return call.send(request).head();
    }
  }
}
