package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.ANN;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.partnerhub.HubDoors;
import io.partnerhub.cli.ConnectorCommand;
import io.partnerhub.cli.HubCommandLine;
import io.partnerhub.cli.HubDoor;
import io.partnerhub.cli.RunningHub;
import io.partnerhub.cli.WebhookCommand;
import io.partnerhub.connector.Hmac;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.HookControls;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.hook.Hook;
import io.partnerhub.sandbox.smartsheet.hook.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Smartsheet calls the hub, which polls it but once an hour. */
class WebhooksIT {

  private static final int PARTNERS = 30;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Beside those that are claimed: before a write its rows are read, and the leftovers are. */
  private static final long MOST_READS = 6;

  @TempDir private static Path dir;
  private static Rig rig;
  private static People people;
  private static LogLines log;

  @BeforeAll
  static void start() throws IOException {
    int port = FreePort.find();
    log = LogLines.of("io.partnerhub", Level.INFO);
    rig = new Rig(dir, mappings()).set("HUB_GRACE", "500ms").set("SMARTSHEET_POLL", "1h");
    rig.set("SMARTSHEET_WEBHOOKS_WATCH", "1s").set("SMARTSHEET_SWEEP", "24h");
    people = new People(rig);
    rig.set("HUB_HTTP_PORT", "127.0.0.1:" + port).set("HUB_PUBLIC_URL", "http://127.0.0.1:" + port);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
    rig.start();
    people.allInSync(PARTNERS);
  }

  /** A row that is deleted marks its partner. */
  private static Path mappings() throws IOException {
    Path mapping = Files.createDirectory(dir.resolve("mappings")).resolve("partner.yaml");
    String text = Files.readString(Path.of("deploy/examples/partner-alone/partner.yaml"));
    assertThat(text).containsOnlyOnce("onDelete: ignore");
    Files.writeString(
        mapping, text.replace("onDelete: ignore", "onDelete: {mark: {status: Removed}}"));
    return mapping.getParent();
  }

  @AfterAll
  static void stop() {
    rig.close();
    log.close();
  }

  @BeforeEach
  void listening() {
    eventually(() -> assertThat(hook().status()).isEqualTo(Status.ENABLED));
  }

  private static HookControls hooks() {
    return rig.simulators().smartsheet().hooks();
  }

  private static Hook hook() {
    List<Hook> hooks = hooks().of(Rig.SHEET);
    assertThat(hooks).hasSize(1);
    return hooks.get(0);
  }

  private static long polls() {
    return rig.simulators().smartsheetServer().counters().snapshot().of("GET /sheets");
  }

  private static void phone(int partner, String phone) {
    people.typeInRow(code(partner), "Phone", phone);
  }

  private static void arrives(int partner, String phone) {
    eventually(
        () ->
            assertThat(people.account(code(partner), "Phone").replace(" ", "")) // it reformats them
                .isEqualTo(phone.replace(" ", "")));
  }

  private static Object asked(String mbean, String operation, Object... arguments) {
    try (RunningHub hub = new HubDoors(Map.of(), ANN).open(new HubDoor.OfDataDir(dir))) {
      return hub.invoke(mbean, operation, arguments);
    }
  }

  @Test
  void a_change_in_the_sheet_arrives_without_a_poll() {
    long before = polls();

    phone(1, "+49 30 100001");

    arrives(1, "+49 30 100001");
    assertThat(polls()).isEqualTo(before);
  }

  /** A read of the sheet's news moves on how far it was read; one of a row by its id does not. */
  @Test
  void the_row_that_a_callback_names_is_read_by_its_id() {
    AtomicInteger tries = new AtomicInteger();
    eventually( // what another test left over may be read meanwhile
        () -> {
          Object readSoFar = asked("Connectors", "sources", "smartsheet");
          String phone = "+49 30 30000" + tries.incrementAndGet();

          phone(2, phone);

          arrives(2, phone);
          assertThat(asked("Connectors", "sources", "smartsheet")).isEqualTo(readSoFar);
        });
  }

  @Test
  void a_disabled_one_is_enabled_again_and_what_it_lost_is_caught_up() {
    hooks().put(hook().id(), Status.DISABLED_CALLBACK_FAILED, true);

    phone(3, "+49 30 100003");

    arrives(3, "+49 30 100003");
    eventually(() -> assertThat(hook().status()).isEqualTo(Status.ENABLED));
  }

  @Test
  void what_was_dropped_is_found_by_the_poll() {
    hooks().settings().dropping(true);
    Long last = hook().stats().successMillis();
    phone(4, "+49 30 100004");
    eventually(() -> assertThat(hook().stats().successMillis()).isNotEqualTo(last));
    hooks().settings().dropping(false);

    asked("Connectors", "pollNow", "smartsheet", "callbacks were dropped");

    arrives(4, "+49 30 100004");
  }

  @Test
  void renewed_secrets_in_the_middle_of_a_stream_lose_nothing() {
    String secret = hook().secret();
    for (int partner = 10; partner < 20; partner++) {
      phone(partner, "+49 30 20" + partner);
      if (partner % 3 == 0) {
        assertThat(asked("Webhooks", "rotate", "somebody left"))
            .isEqualTo("Webhooks that sign by another secret: 1");
      }
    }

    for (int partner = 10; partner < 20; partner++) {
      arrives(partner, "+49 30 20" + partner);
    }
    assertThat(hook().secret()).isNotEqualTo(secret);
    assertThat(String.join("\n", log.lines()))
        .doesNotContain(secret)
        .doesNotContain(hook().secret());
  }

  @Test
  void a_deleted_row_is_judged_by_its_rule_without_a_poll_or_a_sweep() {
    long before = polls();

    rig.desk().deleteRows(Rig.SHEET, List.of(RowRef.key("Code", code(7))), ANN);

    eventually(() -> assertThat(people.account(code(7), "Partner_Status__c")).isEqualTo("Removed"));
    assertThat(people.rows(code(7))).isEmpty();
    assertThat(polls()).isEqualTo(before);
  }

  @Test
  void a_hundred_callbacks_while_a_read_is_under_way_are_one_more() throws Exception {
    SimulatorServer smartsheet = rig.server(SMARTSHEET);
    smartsheet.faults().add(FaultRule.once("GET", "/sheets/\\d+$", new Fault.HoldBefore()));
    assertThat(answerTo(rowUpdated("hundred-0", 20), hook().secret())).isEqualTo(200);
    await().until(() -> smartsheet.faults().held() == 1);
    smartsheet.counters().reset();

    for (int callback = 1; callback <= 100; callback++) {
      String body = rowUpdated("hundred-" + callback, 20 + callback % 5);
      assertThat(answerTo(body, hook().secret())).isEqualTo(200);
    }
    smartsheet.faults().release();
    phone(25, "+49 30 100025");

    arrives(25, "+49 30 100025");
    assertThat(smartsheet.counters().snapshot().of("GET /sheets/{sheetId}"))
        .as("reads: of the hundred, of the edit behind them, and of what was left over before")
        .isBetween(1L, MOST_READS);
  }

  private static String rowUpdated(String nonce, int partner) {
    return """
    {"nonce":"%s","webhookId":%d,"events":[\
    {"objectType":"row","eventType":"updated","id":%d,"userId":1}]}"""
        .formatted(nonce, hook().id(), people.rows(code(partner)).get(0).id());
  }

  @Test
  void a_command_renews_the_secrets_and_the_old_one_stays_good_for_what_is_under_way()
      throws Exception {
    String old = hook().secret();

    String said = command("webhook", "rotate", "--reason", "it was in an e-mail");

    assertThat(said).isEqualTo("Webhooks that sign by another secret: 1\n");
    assertThat(hook().secret()).isNotEqualTo(old);
    assertThat(answerTo(emptyCallback("n-old"), old)).as("the old one").isEqualTo(200);
    assertThat(answerTo(emptyCallback("n-new"), hook().secret())).as("the new one").isEqualTo(200);
    assertThat(answerTo(emptyCallback("n-none"), "x")).as("no secret at all").isEqualTo(401);
    assertThat(command("connector", "list", "--acts").lines().findFirst().orElseThrow())
        .matches(
            "20\\d\\d-.* smartsheet rotated by ann@example.com: it was in an e-mail"
                + " \\(the secrets of its webhooks: 1\\)");
  }

  private static String command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data-dir", dir.toString()));
    HubDoors doors = new HubDoors(Map.of(), ANN);
    StringWriter out = new StringWriter();
    int code =
        HubCommandLine.of(
                List.of(WebhookCommand.with(doors), ConnectorCommand.with(doors)), Map.of())
            .setOut(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    assertThat(code).isZero();
    return out.toString();
  }

  private static String emptyCallback(String nonce) {
    return "{\"nonce\":\"%s\",\"webhookId\":%d,\"events\":[]}".formatted(nonce, hook().id());
  }

  private static int answerTo(String body, String secret) throws Exception {
    byte[] signature = new Hmac(secret).of(body.getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(URI.create(hook().plan().callbackUrl()))
            .header("Content-Type", "application/json")
            .header("Smartsheet-Hmac-SHA256", HexFormat.of().formatHex(signature))
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void secrets_are_renewed_for_a_reason_or_not_at_all() {
    String secret = hook().secret();
    Object acts = asked("Connectors", "acts");

    assertThatThrownBy(() -> asked("Webhooks", "rotate", " "))
        .hasMessageContaining("Give a reason");

    assertThat(hook().secret()).isEqualTo(secret);
    assertThat(asked("Connectors", "acts")).isEqualTo(acts);
  }

  @Test
  void a_forged_callback_does_nothing_and_learns_nothing() throws Exception {
    String body =
        "{\"nonce\":\"n-1\",\"webhookId\":%d,\"newWebhookStatus\":\"DISABLED_ADMINISTRATIVE\"}"
            .formatted(hook().id());
    HttpRequest.Builder forged =
        HttpRequest.newBuilder(URI.create(hook().plan().callbackUrl()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));

    HttpResponse<String> unsigned = send(forged);
    HttpResponse<String> signed = send(forged.header("Smartsheet-Hmac-SHA256", "0".repeat(64)));

    assertThat(unsigned.statusCode()).isEqualTo(401);
    assertThat(signed.statusCode()).isEqualTo(401);
    assertThat(unsigned.body()).isEmpty();
    assertThat(hook().status()).isEqualTo(Status.ENABLED);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void one_that_somebody_deleted_is_made_again_and_what_it_did_not_tell_is_read() throws Exception {
    long before = hook().id();
    assertThat(send(smartsheet(Long.toString(before)).DELETE()).statusCode()).isEqualTo(200);

    phone(5, "+49 30 100005");

    arrives(5, "+49 30 100005");
    eventually(() -> assertThat(hook().id()).isNotEqualTo(before));
  }

  @Test
  void one_that_the_hub_made_and_does_not_need_is_deleted_and_others_stay() throws Exception {
    String plan =
        "{\"name\":\"%s\",\"callbackUrl\":\"%s\",\"scope\":\"sheet\",\"scopeObjectId\":%d,"
            + "\"events\":[\"*.*\"],\"version\":1}";
    long sheet = hook().plan().sheetId();
    String url = hook().plan().callbackUrl();
    for (String name : List.of("Partner Hub", "Somebody else's")) {
      String address = name.equals("Partner Hub") ? url : "http://127.0.0.1:9/theirs";
      HttpRequest.Builder made =
          smartsheet("")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(plan.formatted(name, address, sheet)));
      assertThat(send(made).statusCode()).isEqualTo(200);
    }

    eventually(
        () ->
            assertThat(hooks().all())
                .extracting(one -> one.plan().name())
                .containsExactlyInAnyOrder("Partner Hub", "Somebody else's"));
    Hook theirs =
        hooks().all().stream()
            .filter(one -> !one.plan().name().equals("Partner Hub"))
            .findFirst()
            .orElseThrow();
    send(smartsheet(Long.toString(theirs.id())).DELETE());
  }

  @Test
  void what_only_smartsheet_can_mend_is_shown_and_caught_up_once_it_is_mended() {
    hooks().accessible(Rig.SHEET, false);
    eventually(() -> assertThat(listed()).contains("DISABLED_SCOPE_INACCESSIBLE"));
    phone(6, "+49 30 100006");

    hooks().accessible(Rig.SHEET, true);

    arrives(6, "+49 30 100006");
    eventually(() -> assertThat(listed()).contains("ENABLED"));
  }

  private static String listed() {
    try (RunningHub hub = new HubDoors(Map.of(), ANN).open(new HubDoor.OfDataDir(dir))) {
      return hub.attribute("Webhooks", "Webhooks").toString();
    }
  }

  private static HttpRequest.Builder smartsheet(String webhook) {
    String path = "/2.0/webhooks" + (webhook.isEmpty() ? "" : "/" + webhook);
    return HttpRequest.newBuilder(URI.create(rig.simulators().smartsheetServer().baseUrl() + path))
        .header("Authorization", "Bearer " + Simulators.SMARTSHEET_TOKEN);
  }
}
