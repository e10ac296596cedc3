package io.partnerhub.ops.jolokia;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.intake.RawCall;
import io.partnerhub.ops.jmx.Caller;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;
import io.partnerhub.ops.jmx.JmxUsers;
import io.partnerhub.ops.jmx.LoopbackConnector;
import io.partnerhub.sandbox.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through Camel's own management server, over HTTP. */
class JolokiaDoorTest {

  private static final String PASSWORD = "0123456789abcdef";
  private static final String LAMP = "\"mbean\":\"io.partnerhub:type=Lamp\"";

  @TempDir Path directory;
  private final Main main = new Main();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Lamp lamp = new Lamp();
  private LoopbackConnector mbeans;
  private JmxUsers users;
  private String url;

  @Described("A lamp.")
  public static final class Lamp {
    private String by = "";

    @Described("Who switched it; empty while nobody did.")
    @Exposed(Exposed.As.ATTRIBUTE)
    public String by() {
      return by;
    }

    @Described("Who asks.")
    @Exposed(Exposed.As.QUESTION)
    public String who() {
      return Caller.name();
    }

    @Described("Switches it.")
    @Exposed(Exposed.As.ACTION)
    public String press(@Described("Why.") String why) {
      by = Caller.name() + " since " + why;
      return by;
    }
  }

  @BeforeEach
  void open() throws IOException {
    Path file = directory.resolve("users");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "ann control " + PASSWORD + "\nbob monitor " + PASSWORD);
    users = JmxUsers.in(file);
    mbeans =
        new LoopbackConnector(directory, Map.of("Lamp", lamp), fault -> false, Optional.empty());
    mbeans.start();
    int port = FreePort.find();
    main.configure()
        .httpManagementServer()
        .withEnabled(true)
        .withHost("127.0.0.1")
        .withPort(port)
        .withJolokiaEnabled(true)
        .withJolokiaPath("/jolokia");
    main.bind(JolokiaPlugin.ID, new JolokiaPlugin(new JolokiaDoor(users, true)));
    main.start();
    url = "http://127.0.0.1:" + port + "/jolokia";
  }

  @AfterEach
  void close() {
    main.stop();
    mbeans.close();
  }

  private static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder post(String body) {
    return HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private String asked(String user, String body) {
    HttpResponse<String> answer = send(post(body).header("Authorization", basic(user, PASSWORD)));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void nobody_comes_in_without_name_and_password() {
    String body = "{\"type\":\"read\"," + LAMP + "}";

    assertThat(send(post(body)).statusCode()).isEqualTo(401);
    assertThat(send(post(body)).headers().firstValue("WWW-Authenticate")).isPresent();
    for (String header :
        new String[] {
          basic("ann", "wrong-password"), basic("eve", PASSWORD), "Basic %%%", "Basic", "Bearer x"
        }) {
      HttpResponse<String> refused = send(post(body).header("Authorization", header));
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "eve, Content-Length: 10000000, 401",
    "ann, Content-Length: 10000000, 413",
    "ann, Transfer-Encoding: chunked, 411"
  })
  void who_is_refused_is_told_before_the_body_comes(String user, String length, int status)
      throws IOException {
    String head =
        "POST /jolokia HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n%s\r\n\r\n"
            .formatted(basic(user, PASSWORD), length);
    try (RawCall call = new RawCall(URI.create(url).getPort())) {
      assertThat(call.send(head).head()).startsWith("HTTP/1.1 " + status + " ");
      assertThat(call.isClosed()).isTrue();
    }
  }

  @Test
  void who_does_not_send_the_announced_body_is_cut_off() throws IOException {
    String head =
        "POST /jolokia HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Length: 100\r\n\r\n"
            .formatted(basic("ann", PASSWORD));
    try (RawCall call = new RawCall(URI.create(url).getPort())) {
      assertThat(call.send(head).isClosed()).isTrue();
    }
  }

  @Test
  void who_monitors_reads_and_asks_and_cannot_act() {
    assertThat(asked("bob", "{\"type\":\"read\"," + LAMP + ",\"attribute\":\"By\"}"))
        .contains("\"value\":\"\"", "\"status\":200");
    assertThat(asked("bob", "{\"type\":\"exec\"," + LAMP + ",\"operation\":\"who\"}"))
        .contains("\"value\":\"bob\"");
    for (String operation : new String[] {"press", "press(java.lang.String)"}) {
      assertThat(asked("bob", press(operation))).contains("\"status\":403");
    }
    assertThat(lamp.by()).isEmpty();
  }

  @Test
  void who_controls_acts_under_the_name_of_the_login() {
    assertThat(asked("ann", press("press"))).contains("\"value\":\"ann since it is dark\"");
    assertThat(lamp.by()).isEqualTo("ann since it is dark");
  }

  private static String press(String operation) {
    return "{\"type\":\"exec\","
        + LAMP
        + ",\"operation\":\""
        + operation
        + "\",\"arguments\":[\"it is dark\"]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'read','mbean':'java.lang:type=Runtime','attribute':'SystemProperties'}",
        "{'type':'read','mbean':'java.lang:type=*'}",
        "{'type':'exec','mbean':'com.sun.management:type=DiagnosticCommand','operation':'vmSystemProperties'}",
        "{'type':'exec','mbean':'java.util.logging:type=Logging','operation':'getLoggerLevel','arguments':['']}",
        "{'type':'write','mbean':'io.partnerhub:type=Lamp','attribute':'By','value':'me'}",
        "{'type':'notification','command':'register'}",
        "nonsense",
        ""
      })
  void what_is_not_of_the_hub_is_not_there_for_control_either(String body) {
    HttpResponse<String> answer =
        send(post(body.replace('\'', '"')).header("Authorization", basic("ann", PASSWORD)));

    assertThat(answer.body()).doesNotContain("\"status\":200", "java.home", "user.dir");
    assertThat(lamp.by()).isEmpty();
  }

  @Test
  void lists_and_searches_show_the_hub_alone() {
    assertThat(asked("bob", "{\"type\":\"list\"}"))
        .contains("type=Lamp")
        .doesNotContain("\"java.lang\":", "com.sun", "org.apache.camel", "\"jolokia\":");
    assertThat(asked("bob", "{\"type\":\"search\",\"mbean\":\"*:*\"}"))
        .contains("io.partnerhub:type=Lamp")
        .doesNotContain("java.lang:", "com.sun", "org.apache.camel", "jolokia:");
  }

  @Test
  void a_page_in_a_browser_and_a_plain_get_are_refused_whoever_is_logged_in() {
    String ann = basic("ann", PASSWORD);

    assertThat(
            send(post(press("press")).header("Authorization", ann).header("Origin", "http://x"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            send(HttpRequest.newBuilder(
                        URI.create(url + "/exec/io.partnerhub:type=Lamp/press/dark"))
                    .header("Authorization", ann))
                .statusCode())
        .isEqualTo(405);
    assertThat(lamp.by()).isEmpty();
  }

  @Test
  void only_this_machine_comes_in_unless_told_otherwise() {
    byte[] body = press("press").getBytes();
    JolokiaDoor.Request elsewhere =
        new JolokiaDoor.Request("POST", false, null, basic("ann", PASSWORD), body.length);

    try (JolokiaDoor local = new JolokiaDoor(users, true);
        JolokiaDoor anywhere = new JolokiaDoor(users, false)) {
      assertThat(local.answer(elsewhere, body).status()).isEqualTo(403);
      assertThat(lamp.by()).isEmpty();
      assertThat(anywhere.answer(elsewhere, body).status()).isEqualTo(200);
      assertThat(lamp.by()).isEqualTo("ann since it is dark");
    }
  }
}
