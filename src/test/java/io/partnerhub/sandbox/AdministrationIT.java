package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.HubMain;
import io.partnerhub.Keytool;
import io.partnerhub.Patience;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.ops.jmx.LoopbackConnector;
import io.partnerhub.sandbox.salesforce.Refusal;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.smartsheet.RowRef;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A daemon in a Java of its own, driven by the plain JMX API and by commands in further ones. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdministrationIT {

  private static final int PARTNERS = 5;
  private static final String CODE = People.code(2);

  private static final String PASSWORD = "0123456789abcdef";
  private static final String USER = System.getProperty("user.name");
  private static final String TITLE_BACK = "{\"title\": \"Owner\"}";
  private static final String[] JOB_FIGURES = {"state", "taken", "written", "failed"};
  private static final String STRING = String.class.getName();
  private static final ObjectName LETTERS = LoopbackConnector.name("DeadLetters");

  @TempDir private static Path dir;
  private static Path dataDir;
  private static Rig rig;
  private static KilledHub hub;
  private static People people;
  private static int jmxPort;
  private static int httpPort;

  /** What a command said. */
  private record Said(int exitCode, String out, String err) {}

  @BeforeAll
  static void start() throws Exception {
    dataDir = Files.createDirectory(dir.resolve("data"));
    rig = new Rig(dataDir);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
    hub = new KilledHub(rig, dataDir, dir);
    letInFromElsewhere(dir.resolve("hub.properties"));
    people = new People(rig);
  }

  @AfterAll
  static void stop() throws IOException {
    hub.close();
    rig.close();
  }

  @Test
  @Order(1)
  void without_a_hub_a_command_says_so_and_ends_with_3() throws Exception {
    Said said = hub("status", "--data-dir", dataDir.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(said.err()).contains("No hub runs on", dataDir.toString(), "hub run");
  }

  @Test
  @Order(2)
  void a_plain_jmx_client_reads_the_status_with_the_address_and_token_of_the_file()
      throws Exception {
    hub.start();
    await().until(() -> Files.exists(accessFile()) || !hub.isAlive());
    assertThat(hub.isAlive()).as(hub.log()).isTrue();

    try (JMXConnector client = connect()) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      ObjectName sync = new ObjectName("io.partnerhub:type=Sync");

      eventually(
          () -> {
            CompositeData status = (CompositeData) server.getAttribute(sync, "Status");
            TabularData copies = (TabularData) status.get("copies");
            assertThat(copies.get(new Object[] {1}).get("inSync")).isEqualTo(PARTNERS);
            assertThat(copies.get(new Object[] {2}).get("inSync")).isEqualTo(PARTNERS);
          });
    }
  }

  @Test
  @Order(3)
  void a_command_finds_the_hub_by_its_data_directory() throws Exception {
    Said said = hub("status", "--data-dir", dataDir.toString(), "--json");

    assertThat(said.err()).isEmpty();
    assertThat(said.exitCode()).isZero();
    assertThat(said.out())
        .contains("\"system\" : \"salesforce\"", "\"inSync\" : " + PARTNERS)
        .containsPattern("\"callsUsed\" : [1-9]")
        .containsPattern("\"callsLeft\" : [1-9]");
  }

  @Test
  @Order(4)
  void the_token_is_in_no_log_and_in_no_argument() throws Exception {
    String token = Files.readAllLines(accessFile()).get(1);

    assertThat(hub.log()).isNotEmpty().doesNotContain(token);
    assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse("")))
        .noneMatch(line -> line.contains(token));
  }

  @Test
  @Order(5)
  void everything_that_is_exposed_is_explained() throws Exception {
    try (JMXConnector client = connect()) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      for (ObjectName name : server.queryNames(new ObjectName("io.partnerhub:*"), null)) {
        MBeanInfo info = server.getMBeanInfo(name);
        List<MBeanFeatureInfo> all = new ArrayList<>(List.of(info.getAttributes()));
        for (MBeanOperationInfo operation : info.getOperations()) {
          all.add(operation);
          all.addAll(List.of(operation.getSignature()));
        }
        assertThat(info.getDescription()).as("%s", name).endsWith(".");
        assertThat(all)
            .as("%s", name)
            .isNotEmpty()
            .allMatch(f -> f.getDescription().endsWith("."))
            .noneMatch(f -> f.getName().matches("(p|arg)\\d+"));
      }
    }
  }

  @Test
  @Order(6)
  void why_tells_an_edit_of_the_tracker_with_its_author_and_the_answer_of_salesforce()
      throws Exception {
    people.typeInRow(CODE, "Contact", "Pat Lee");
    eventually(() -> assertThat(people.account(CODE, "Contact_Name__c")).isEqualTo("Pat Lee"));

    Said said = hub("why", "partner", CODE, "contact", "--data-dir", dataDir.toString());

    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("contact: \"Pat Lee\"")
        .containsPattern(
            "smartsheet +set there in version \\d+, last saved by ann@example.com; accepted by the"
                + " rule \"shared, latest\"; saved there at 20")
        .containsPattern("salesforce +the hub wrote it \\(update\\), and it was taken");
  }

  @Test
  @Order(6)
  void a_wrong_key_ends_with_2_and_what_was_probably_meant() throws Exception {
    Said said = hub("why", "partner", CODE + "X", "--data-dir", dataDir.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.WRONG_INPUT.number());
    assertThat(said.err()).contains("no partner \"" + CODE + "X\"", "Did you mean");
  }

  @Test
  @Order(7)
  void a_held_field_is_listed_and_settled_by_a_command_with_a_reason() throws Exception {
    rig.desk().edit(Rig.SHEET, RowRef.key("Code", CODE), Map.of("Newsletter", "perhaps"), "ann");
    eventually(() -> assertThat(held()).contains("newsletter", "perhaps"));
    assertThat(hub("status", "--data-dir", dataDir.toString(), "--json").out())
        .contains("\"held\" : 1")
        .containsPattern("\"oldest\" : \"20");

    Said refused =
        hub(
            "held",
            "choose",
            "partner",
            CODE,
            "newsletter",
            "--agreed",
            "--reason",
            " ",
            "--data-dir",
            dataDir.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_INPUT.number());
    assertThat(refused.err()).contains("Give a reason");

    Said said =
        hub(
            "held",
            "choose",
            "partner",
            CODE,
            "newsletter",
            "--agreed",
            "--reason",
            "a slip of the pen",
            "--data-dir",
            dataDir.toString());
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("chosen by " + System.getProperty("user.name") + ": a slip of the pen");

    eventually(() -> assertThat(held()).doesNotContain("newsletter"));
    assertThat(hub("why", "partner", CODE, "newsletter", "--data-dir", dataDir.toString()).out())
        .contains("a slip of the pen");
  }

  @Test
  @Order(8)
  void a_refused_write_is_looked_at_and_replayed_by_a_plain_jmx_client() throws Exception {
    refuse(People.code(3));
    people.typeInRow(People.code(3), "Title", "Owner");

    try (JMXConnector client = connect()) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      eventually(() -> assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(1));
      long id = (Long) only(server, "class=value system=salesforce").get("id");
      CompositeData details = (CompositeData) letters(server, "get", id);
      assertThat(details.toString())
          .contains("Contact_Title__c", "Owner", "A title needs a contact", "the record's owner");

      rig.org().clearRefusals();
      letters(server, "replay", id, "the rule is off");

      eventually(() -> assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(0));
      assertThat(people.account(People.code(3), "Contact_Title__c")).isEqualTo("Owner");
      assertThat(only(server, "state=replayed key=" + People.code(3)).get("id")).isEqualTo(id);
      assertThat(letters(server, "get", id).toString())
          .contains("replayed by ann: the rule is off");
    }
  }

  @Test
  @Order(8)
  void what_is_simulated_follows_what_an_administrator_changes_in_salesforce() throws Exception {
    rig.org().changeField("Account", "Contact_Title__c", Map.of("length", 5));
    people.typeInRow(People.code(3), "Title", "Owner of the shop");

    try (JMXConnector client = connect()) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      eventually(() -> assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(1));
      assertThat(letters(server, "simulate", "class=value").toString())
          .contains("still fails", "holds 5 characters, and 17 would be sent");

      rig.org().changeField("Account", "Contact_Title__c", Map.of("length", 80));
      assertThat(letters(server, "simulate", "class=value").toString()).contains("would succeed");
      letters(server, "replay", only(server, "").get("id"), "the field is longer");

      eventually(() -> assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(0));
      assertThat(people.account(People.code(3), "Contact_Title__c")).isEqualTo("Owner of the shop");
    }
  }

  @Test
  @Order(8)
  void a_refused_write_is_listed_and_discarded_by_commands() throws Exception {
    refuse(People.code(4));
    people.typeInRow(People.code(4), "Title", "Owner");
    try (JMXConnector client = connect()) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      eventually(() -> assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(1));
      String id = only(server, "").get("id").toString();

      Said listed = hub("dlq", "list", "key=" + People.code(4), "--data-dir", dataDir.toString());
      assertThat(listed.out()).contains(id, People.code(4), "A title needs a contact");
      Said discarded =
          hub("dlq", "discard", id, "--reason", "a test", "--data-dir", dataDir.toString());

      assertThat(discarded.err()).isEmpty();
      assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(0);
      assertThat(letters(server, "get", Long.parseLong(id)).toString())
          .contains("discarded by " + System.getProperty("user.name") + ": a test");
    }
  }

  @Test
  @Order(8)
  void a_paused_connector_is_left_alone_until_it_is_resumed_by_a_command() throws Exception {
    Said paused = connector("pause", "smartsheet", "--reason", "columns are moved");
    assertThat(paused.err()).isEmpty();
    assertThat(paused.out()).contains("stays so until it is resumed");

    people.typeInAccount(CODE, "Contact_Name__c", "Typed meanwhile");
    eventually(() -> assertThat(connectors()).contains("state=paused", "columns are moved"));
    rig.simulators().smartsheetServer().counters().reset();
    long polls = rig.simulators().salesforceServer().counters().snapshot().total();
    eventually(
        () ->
            assertThat(rig.simulators().salesforceServer().counters().snapshot().total())
                .isGreaterThan(polls + 5));
    assertThat(rig.simulators().smartsheetServer().counters().snapshot().total()).isZero();
    assertThat(connector("poll", "smartsheet", "--reason", "now").err())
        .contains("Resume it first");

    assertThat(connector("resume", "smartsheet", "--reason", "moved").exitCode()).isZero();

    eventually(() -> assertThat(people.cell(CODE, "Contact")).isEqualTo("Typed meanwhile"));
    assertThat(connector("list", "--acts").out().lines())
        .anyMatch(l -> l.endsWith("smartsheet paused by " + USER + ": columns are moved"))
        .anyMatch(l -> l.endsWith("smartsheet resumed by " + USER + ": moved"));
  }

  @Test
  @Order(9)
  void a_source_that_is_read_again_from_its_start_also_tells_of_what_was_deleted_meanwhile()
      throws Exception {
    String deleted = People.code(PARTNERS);
    connector("pause", "salesforce", "--reason", "a bad import");
    rig.org().delete("Account", deleted);

    Said reset =
        connector("reset", "salesforce", "Account", "--to", "start", "--reason", "a bad import");
    assertThat(reset.err()).isEmpty();
    connector("resume", "salesforce", "--reason", "mended");

    eventually(() -> assertThat(people.cell(deleted, "Status")).isEqualTo("Removed"));
  }

  private static Said connector(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("connector"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data-dir", dataDir.toString()));
    return hub(command.toArray(String[]::new));
  }

  private static String connectors() throws Exception {
    try (JMXConnector client = connect()) {
      TabularData rows =
          (TabularData)
              client
                  .getMBeanServerConnection()
                  .getAttribute(LoopbackConnector.name("Connectors"), "Connectors");
      return rows.values().toString();
    }
  }

  @Test
  @Order(8)
  void several_are_simulated_replayed_as_a_job_and_edited_by_a_plain_jmx_client() throws Exception {
    refuse(People.code(1));
    refuse(People.code(5));
    people.typeInRow(People.code(1), "Title", "Owner");
    people.typeInRow(People.code(5), "Title", "Owner");
    try (JMXConnector client = connect()) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      eventually(() -> assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(2));
      assertThat(letters(server, "simulate", "system=salesforce").toString())
          .contains("the same values would be sent");
      assertThatThrownBy(() -> letters(server, "replayMatching", " ", 10, 5, "why"))
          .hasStackTraceContaining("Name at least one condition");

      rig.org().clearRefusals();
      Object begun = letters(server, "replayMatching", "class=value", 10, 5, "the rule is off");
      Object job = ((CompositeData) begun).get("job");
      eventually(
          () ->
              assertThat(((CompositeData) letters(server, "job", job)).getAll(JOB_FIGURES))
                  .containsExactly("done", 2, 2, 0));

      assertThatThrownBy(() -> letters(server, "replayAllAtMost", 5, 1_001, "why"))
          .hasStackTraceContaining("Give perSecond from 1 to 1,000, not 1001");
      Object bounded = letters(server, "replayAllAtMost", 5, 1, "nothing is left");
      assertThat(((CompositeData) bounded).getAll(new String[] {"max", "perSecond"}))
          .containsExactly(5, 1);

      refuse(People.code(5));
      people.typeInRow(People.code(5), "Title", "Buyer");
      eventually(() -> assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(1));
      letters(server, "editAndReplay", only(server, "").get("id"), TITLE_BACK, "a slip");
      eventually(() -> assertThat(people.cell(People.code(5), "Title")).isEqualTo("Owner"));
      assertThat(server.getAttribute(LETTERS, "Depth")).isEqualTo(0);
    }
  }

  @Test
  @Order(8)
  void from_elsewhere_a_command_comes_in_by_tls_with_the_rights_of_its_role() throws Exception {
    Said asked = hubFromElsewhere("bob", "dlq", "list", "state=any");
    assertThat(asked.err()).isEmpty();
    assertThat(asked.exitCode()).isZero();

    Said refused = hubFromElsewhere("bob", "dlq", "replay", "--all", "--reason", "why");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_INPUT.number());
    assertThat(refused.err()).contains("replayAll needs the role control");

    Said plain = hub("dlq", "list", "--jmx", "127.0.0.1:" + jmxPort);
    assertThat(plain.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
  }

  @Test
  @Order(8)
  void the_same_users_ask_by_http_where_that_is_switched_on() throws Exception {
    String letters = "\"mbean\":\"io.partnerhub:type=DeadLetters\"";

    assertThat(byHttp("bob", "{\"type\":\"read\"," + letters + ",\"attribute\":\"Depth\"}"))
        .containsPattern("\"value\":\\d+")
        .contains("\"status\":200");
    assertThat(
            byHttp(
                "bob",
                "{\"type\":\"exec\","
                    + letters
                    + ",\"operation\":\"replayAll\",\"arguments\":[\"why\"]}"))
        .contains("\"status\":403");
  }

  private static String byHttp(String user, String body) throws Exception {
    String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/jolokia"))
            .header("Authorization", "Basic " + login)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  @Order(10)
  void a_job_that_a_restart_interrupts_is_not_resumed_and_says_what_it_did() throws Exception {
    String key = "key=" + People.code(1);
    refuse(People.code(1));
    people.typeInRow(People.code(1), "Title", "Chair");
    Object job;
    try (JMXConnector client = connect()) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      eventually(() -> only(server, key));
      server.invoke(
          LoopbackConnector.name("Connectors"),
          "pause",
          new Object[] {"salesforce", "so that the job waits"},
          new String[] {STRING, STRING});
      job =
          ((CompositeData) letters(server, "replayMatching", key, 10, 5, "it is back")).get("job");
      eventually(
          () ->
              assertThat(((CompositeData) letters(server, "job", job)).getAll(JOB_FIGURES))
                  .containsExactly("running", 1, 0, 0));
    }

    hub.close();
    hub.start();

    await().until(() -> Files.exists(accessFile()) || !hub.isAlive());
    try (JMXConnector client = connect()) {
      CompositeData left = (CompositeData) letters(client.getMBeanServerConnection(), "job", job);
      assertThat(left.getAll(JOB_FIGURES)).containsExactly("interrupted", 1, 0, 0);
      assertThat(left.get("underWay")).isEqualTo(1);
      assertThat(left.get("notReached")).isEqualTo(0);
      assertThat(left.get("sentence").toString()).contains("its hub was stopped");
    }
  }

  @Test
  @Order(11)
  void a_hub_that_stops_takes_its_file_away() throws Exception {
    hub.close();

    assertThat(accessFile()).doesNotExist();
  }

  /** Salesforce takes no title for this partner. */
  private static void refuse(String code) {
    rig.org()
        .refuse(
            new Refusal(
                code,
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "A title needs a contact",
                List.of("Contact_Title__c"),
                FaultRule.FOREVER));
  }

  private static CompositeData only(MBeanServerConnection server, String filter) throws Exception {
    TabularData table = (TabularData) letters(server, "list", filter, 10);
    assertThat(table.size()).as("letters that meet " + filter).isEqualTo(1);
    return (CompositeData) table.values().iterator().next();
  }

  private static Object letters(MBeanServerConnection server, String operation, Object... arguments)
      throws Exception {
    String[] types =
        Arrays.stream(arguments)
            .map(a -> a instanceof Long ? "long" : a instanceof Integer ? "int" : STRING)
            .toArray(String[]::new);
    return server.invoke(LETTERS, operation, arguments, types);
  }

  private static JMXConnector connect() throws IOException {
    List<String> access = Files.readAllLines(accessFile());
    return JMXConnectorFactory.connect(
        new JMXServiceURL(access.get(0)),
        Map.of(JMXConnector.CREDENTIALS, new String[] {"ann", access.get(1)}));
  }

  private static String held() throws Exception {
    try (JMXConnector client = connect()) {
      TabularData items =
          (TabularData)
              client
                  .getMBeanServerConnection()
                  .invoke(
                      new ObjectName("io.partnerhub:type=Held"),
                      "list",
                      new Object[] {""},
                      new String[] {String.class.getName()});
      return items.values().toString();
    }
  }

  private static Path accessFile() {
    return dataDir.resolve("jmx.access");
  }

  private static void letInFromElsewhere(Path config) throws Exception {
    jmxPort = FreePort.find();
    httpPort = FreePort.find();
    rig.set("HUB_MANAGEMENT_PORT", "127.0.0.1:" + httpPort).set("JMX_JOLOKIA", "local");
    Path users = dir.resolve("jmx.users");
    Files.createFile(
        users, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(users, "ann control %s%nbob monitor %s%n".formatted(PASSWORD, PASSWORD));
    Keytool.pair(keys(), PASSWORD, "hub", "EC", "hub");
    Files.writeString(
        config,
        "jmx.port = 127.0.0.1:%d%njmx.password-file = %s%njmx.keystore = %s%n"
                .formatted(jmxPort, users, keys())
            + "jmx.keystore-password = "
            + PASSWORD
            + "\n");
  }

  private static Path keys() {
    return dir.resolve("jmx.p12");
  }

  private static Said hubFromElsewhere(String user, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--jmx", "127.0.0.1:" + jmxPort));
    Map<String, String> environment =
        Map.of("HUB_JMX_USER", user, "HUB_JMX_PASSWORD", PASSWORD, "HUB_JMX_TLS", "true");
    List<String> trust =
        List.of(
            "-Djavax.net.ssl.trustStore=" + keys(),
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    return hub(environment, trust, all);
  }

  private static Said hub(String... arguments) throws Exception {
    return hub(Map.of(), List.of(), List.of(arguments));
  }

  private static Said hub(
      Map<String, String> environment, List<String> options, List<String> arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), HubMain.class.getName()));
    command.addAll(arguments);
    Path out = Files.createTempFile(dir, "command", ".out");
    Path err = Files.createTempFile(dir, "command", ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
        .as("ended")
        .isTrue();
    return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
