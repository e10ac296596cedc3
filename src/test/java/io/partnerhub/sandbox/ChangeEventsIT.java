package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.salesforce.pubsub.Bus;
import io.partnerhub.sandbox.salesforce.pubsub.ErrorCode;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A hub that never polls Salesforce, and learns of every change by its events. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangeEventsIT {

  private static final String NEVER = "0 0 0 1 1 ? 2099";
  private static final int PARTNERS = 20;
  private static final String SET_UP = "salesforce's change events are heard";

  private static final String LISTEN_ROUTES =
      "org.apache.camel:type=routes,name=\"listen-salesforce\",*";

  @TempDir private static Path dir;
  private static Path dataDir;
  private static Rig rig;
  private static People people;

  @BeforeAll
  static void start() throws Exception {
    dataDir = Files.createDirectory(dir.resolve("data"));
    rig = new Rig(dataDir).set("HUB_GRACE", "500ms");
    people = new People(rig);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
    rig.start();
    eventually(() -> assertThat(people.rows(code(PARTNERS))).hasSize(1));
    rig.stop();
    rig.set("SALESFORCE_POLL", NEVER)
        .set("SALESFORCE_SECOND_PASS", NEVER)
        .set("SALESFORCE_PUBSUB_SERVER", "127.0.0.1:" + rig.simulators().pubSubPort())
        .set("SALESFORCE_PUBSUB_SILENCE", "3s")
        .set("SALESFORCE_PUBSUB_RETRY", "1s");
    rig.start();
    await().alias(SET_UP).until(() -> bus().subscribers() == 1);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  private static Bus bus() {
    return rig.org().bus();
  }

  /** Edits a partner in the org; gives what its row is to show. */
  private static String edited(int partner, String phone) {
    rig.org().edit("Account", code(partner), Map.of("Phone", phone));
    return phone;
  }

  private static void shown(int partner, String phone) {
    eventually(
        () -> assertThat(people.rows(code(partner)).get(0).cells()).containsEntry("Phone", phone));
  }

  @Test
  @Order(1)
  void a_change_arrives_without_a_poll() {
    shown(1, edited(1, "+1 555 0001"));
  }

  @Test
  @Order(1)
  void a_new_partner_and_a_deleted_one_arrive_without_a_poll() {
    rig.org().create("Account", Map.of("Name", "Newcomer", "Partner_Code__c", "NEW1"));
    rig.org().delete("Account", code(2));

    eventually(() -> assertThat(people.rows("NEW1")).hasSize(1));
    eventually(
        () -> assertThat(people.rows(code(2)).get(0).cells()).containsEntry("Status", "Removed"));
  }

  @Test
  @Order(1)
  void what_was_changed_while_the_stream_was_over_is_not_lost() {
    bus().end();
    shown(3, edited(3, "+1 555 0003"));
    bus().fail(ErrorCode.UNAVAILABLE, 2);
    shown(3, edited(3, "+1 555 0303"));
  }

  @Test
  @Order(1)
  void a_stream_that_died_without_a_word_is_opened_anew() {
    int before = bus().opened();
    bus().silent(true);
    String phone = edited(4, "+1 555 0004");
    await().until(() -> bus().opened() > before);
    bus().silent(false);
    shown(4, phone);
  }

  @Test
  @Order(1)
  void gaps_overflows_and_repeats_are_read() {
    rig.org().replaceEvents("gap", 1);
    shown(5, edited(5, "+1 555 0005"));
    rig.org().replaceEvents("overflow", 1);
    shown(6, edited(6, "+1 555 0006"));
    rig.org().replaceEvents("wildcard", 1);
    shown(7, edited(7, "+1 555 0007"));
    bus().log().repeat(5);
    shown(8, edited(8, "+1 555 0008"));
  }

  @Test
  @Order(1)
  void used_up_deliveries_are_said_and_end() {
    bus().dailyEvents(0);
    String phone = edited(9, "+1 555 0009");
    await().until(() -> bus().subscribers() == 0);
    bus().dailyEvents(50_000);
    shown(9, phone);
  }

  @Test
  @Order(2)
  void what_was_changed_while_the_hub_was_down_and_events_expired_is_read() {
    rig.stop();
    String phone = edited(10, "+1 555 0010");
    bus().log().expireAll();

    rig.start();

    shown(10, phone);
    shown(11, edited(11, "+1 555 0011"));
  }

  @Test
  @Order(3)
  void a_hub_that_was_killed_between_an_event_and_its_merge_merges_it() throws Exception {
    rig.stop();
    FaultRule hold = FaultRule.once("POST", "composite", new Fault.HoldBefore());
    try (KilledHub hub = new KilledHub(rig, dataDir, dir)) {
      hub.start();
      await().until(() -> bus().subscribers() == 1);
      rig.server(SALESFORCE).faults().add(hold);
      String phone = edited(12, "+1 555 0012");
      await().until(() -> rig.server(SALESFORCE).faults().held() == 1);
      hub.kill();
      rig.server(SALESFORCE).faults().release();
      bus().log().expireAll();

      hub.start();

      shown(12, phone);
    }
  }

  @Test
  @Order(4)
  void where_events_are_off_nobody_subscribes_and_polls_go_on() throws Exception {
    rig.set("SALESFORCE_EVENTS", "off").set("SALESFORCE_POLL", "200ms");
    int before = bus().opened();

    rig.start();

    shown(13, edited(13, "+1 555 0013"));
    await().until(() -> listened() > 1);
    shown(14, edited(14, "+1 555 0014"));
    assertThat(bus().opened()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void while_the_days_deliveries_are_used_up_polls_find_what_changes() throws Exception {
    rig.stop();
    rig.set("SALESFORCE_EVENTS", "on").set("SALESFORCE_PUBSUB_RETRY", "1h");
    rig.start();
    await().alias(SET_UP).until(() -> bus().subscribers() == 1);
    bus().dailyEvents(0);
    shown(15, edited(15, "+1 555 0015"));
    await().until(() -> bus().subscribers() == 0);
    int before = bus().opened();

    shown(16, edited(16, "+1 555 0016"));

    assertThat(bus().subscribers()).as("polls, not events, told of it").isZero();
    assertThat(bus().opened()).isEqualTo(before);
  }

  /** How often the route ran that keeps up subscriptions. */
  private static long listened() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    long runs = 0;
    for (ObjectName route : server.queryNames(new ObjectName(LISTEN_ROUTES), null)) {
      runs += (long) server.getAttribute(route, "ExchangesCompleted");
    }
    return runs;
  }
}
