package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with many faults in it shows no secret in the log, in the store or over JMX. */
class SecretsIT {

  private static final String TOKEN = "tokenQ7xK2mSmartsheet";
  private static final String CLIENT_SECRET = "sandbox-secret";

  /** What the simulated org's session ids look like. */
  private static final Pattern SESSION = Pattern.compile("00D\\w{12}![\\w.]{20}");

  private static final List<String> TABLES =
      List.of(
          "record",
          "replica",
          "attempt",
          "stray",
          "checkpoint",
          "suspect",
          "dead_letter",
          "ledger");

  @Test
  void no_secret_shows_anywhere(@TempDir Path dir) throws Exception {
    try (LogLines all = LogLines.of("ROOT", Level.INFO);
        LogLines own = LogLines.of("io.partnerhub", Level.TRACE);
        Rig rig = new Rig(dir).withEmbeddedStore()) {
      run(rig);

      List<String> logged = Stream.concat(all.lines().stream(), own.lines().stream()).toList();
      String storePassword = Files.readString(dir.resolve("store.password")).strip();
      List<String> stored = stored(rig.hub().storeAddress(), storePassword);
      List<String> managed = managed();
      List<String> shown = new ArrayList<>();
      rig.hub().figures().reasons(100).forEach(r -> shown.add(r.toString()));

      assertThat(logged).anyMatch(l -> l.contains("LOGIN_FAILED"));
      assertThat(stored).anyMatch(l -> l.startsWith("ledger:"));
      assertThat(stored).anyMatch(l -> l.startsWith("dead_letter:") && l.contains("1042"));
      assertThat(managed).anyMatch(l -> l.startsWith("org.apache.camel:"));
      assertThat(Stream.of(logged, stored, managed, shown).flatMap(List::stream))
          .filteredOn(l -> Stream.of(TOKEN, CLIENT_SECRET, storePassword).anyMatch(l::contains))
          .isEmpty();
      assertThat(Stream.of(logged, stored, managed, shown).flatMap(List::stream))
          .filteredOn(l -> SESSION.matcher(l).find())
          .isEmpty();
    }
  }

  private static void run(Rig rig) {
    People people = new People(rig);
    rig.simulators().smartsheet().controls().issueToken(TOKEN, "hub@partners.example");
    rig.set("SMARTSHEET_TOKEN", TOKEN).set("HUB_GRACE", "500ms");
    rig.org().seed("Account", MadeUpPartners.accounts(1, 10));
    people.faults(SALESFORCE).add(FaultRule.once("POST", "/token$", refusedLogin()).times(2));
    people.faults(SMARTSHEET).add(FaultRule.once("", "", refusedToken()));
    rig.start();
    eventually(() -> assertThat(people.fault(SALESFORCE)).isPresent());
    people.allInSync(10);
    for (Fault fault : List.of(new Fault.CutAfter(), refusedToken(), new Fault.Html())) {
      people.faults(SMARTSHEET).add(FaultRule.once("PUT", "/rows$", fault));
      people.faults(SALESFORCE).add(FaultRule.once("POST", "/composite$", fault));
      people.typeInAccount(code(1), "Contact_Name__c", "A " + fault.getClass().getSimpleName());
      people.typeInRow(code(2), "Contact", "B " + fault.getClass().getSimpleName());
      eventually(() -> assertThat(people.faults(SMARTSHEET).rules()).isEmpty());
      eventually(() -> assertThat(people.faults(SALESFORCE).rules()).isEmpty());
    }
    becomesALetter(rig, people);
    rig.org().expireTokens();
    people.allInSync(10);
  }

  /** A write is given up over an answer that echoes the token, and then mended. */
  private static void becomesALetter(Rig rig, People people) {
    rig.simulators().smartsheet().controls().refuseKey(code(3), 1042, "not with " + TOKEN, null);
    people.typeInAccount(code(3), "Contact_Title__c", "Buyer");
    eventually(() -> assertThat(people.reasons(SMARTSHEET, code(3))).isNotEmpty());
    rig.simulators().smartsheet().controls().refuseNothing();
    people.typeInAccount(code(3), "Contact_Title__c", "Owner");
  }

  private static Fault refusedLogin() {
    return new Fault.RawAnswer(
        400,
        "{\"error\":\"invalid_client\",\"error_description\":\"no client " + CLIENT_SECRET + "\"}");
  }

  /** Echoes the token, as a careless gateway may. */
  private static Fault refusedToken() {
    return new Fault.Failure(401, "1002", "Your Access Token " + TOKEN + " is invalid.");
  }

  private static List<String> stored(String address, String password) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(address, "postgres", password);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row = statement.executeQuery("select t::text from " + table + " t")) {
          while (row.next()) {
            rows.add(table + ": " + row.getString(1));
          }
        }
      }
    }
    return rows;
  }

  private static List<String> managed() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    List<String> values = new ArrayList<>();
    for (ObjectName name : server.queryNames(null, null)) {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        if (attribute.isReadable()) {
          values.add(name + " " + attribute.getName() + ": " + value(server, name, attribute));
        }
      }
    }
    return values;
  }

  private static String value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute)
      throws JMException {
    try {
      Object value = server.getAttribute(name, attribute.getName());
      return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
    } catch (JMException | RuntimeException e) {
      return "unsupported here: " + e.getMessage();
    }
  }
}
