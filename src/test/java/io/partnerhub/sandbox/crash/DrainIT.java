package io.partnerhub.sandbox.crash;

import static io.partnerhub.Patience.await;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.MadeUpPartners;
import io.partnerhub.sandbox.Rig;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while a call is under way. */
class DrainIT {

  private static final int STOPPED_BY_SIGTERM = 143;
  private static final int PARTNERS = 5;
  private static final int FOUR_CALLS = 2_000;
  private static final String STORE = "drain";

  private static final FaultRule FIRST_WRITE =
      FaultRule.once("POST", "/rows", new Fault.HoldAfter());

  private static CrashServer server;

  @TempDir private Path directory;
  private Rig rig;
  private HubProcess hub;

  @BeforeAll
  static void startServer() throws Exception {
    server = CrashServer.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void prepare() throws Exception {
    server.create(STORE);
    rig =
        new Rig(Files.createDirectory(directory.resolve("data")))
            .set("HUB_LOG_FORMAT", "plain")
            .set("HUB_DRAIN", "4s")
            .set("STORE_URL", "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + STORE)
            .set("STORE_USER", CrashServer.USER);
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
  }

  private void terminateAmid(FaultRule call) throws IOException, InterruptedException {
    faults().add(call);
    hub = HubProcess.start(rig.environment(), directory);
    eventually(() -> assertThat(faults().held()).isEqualTo(1));
    hub.terminate();
    eventually(() -> assertThat(hub.log()).contains("Draining"));
  }

  @AfterEach
  void stop() throws Exception {
    if (hub.isAlive()) {
      hub.kill();
    }
    rig.close();
    server.drop(STORE);
  }

  @Test
  void a_batch_that_is_answered_in_time_is_settled_and_nothing_is_left_claimed() throws Exception {
    terminateAmid(FIRST_WRITE);
    faults().release();

    assertThat(hub.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
    assertThat(inStore("select record_id from replica where claim is not null")).isEmpty();
    assertThat(inStore("select id from attempt")).isEmpty();
    assertThat(inStore("select record_id from replica where due")).isEmpty();
    assertThat(rig.desk().rowCount(Rig.SHEET)).isEqualTo(PARTNERS);
  }

  /** The second call may have begun before the stop did; it takes longer than that. */
  @Test
  void of_a_batch_of_four_calls_no_more_are_made_than_were_begun() throws Exception {
    rig.org()
        .seed(
            "Account",
            StreamSupport.stream(MadeUpPartners.accounts(1, FOUR_CALLS).spliterator(), false)
                .skip(PARTNERS)
                .toList());
    terminateAmid(FIRST_WRITE);
    rig.server(SMARTSHEET).latency(Duration.ofSeconds(1));

    faults().release();

    assertThat(hub.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
    assertThat(rig.desk().rowCount(Rig.SHEET)).isBetween(500, 1_000);
    assertThat(inStore("select id from attempt")).isEmpty();
    assertThat(inStore("select record_id from replica where due"))
        .hasSize(FOUR_CALLS - rig.desk().rowCount(Rig.SHEET));
  }

  @Test
  void a_call_without_an_answer_is_left_after_the_time_and_counts_as_lost_at_once()
      throws Exception {
    terminateAmid(FIRST_WRITE);

    assertThat(hub.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
    assertThat(faults().held()).as("calls that are still without an answer").isEqualTo(1);
    assertThat(inStore("select record_id from replica where claim is not null")).isEmpty();
    assertThat(inStore("select id from attempt where lost_at is null")).isEmpty();
    assertThat(inStore("select id from attempt")).hasSize(PARTNERS);
  }

  @Test
  void a_hub_that_still_checks_its_mappings_stops_its_store_too() throws Exception {
    terminateAmid(FaultRule.once("GET", "", new Fault.HoldBefore()));

    faults().release();

    assertThat(hub.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
    assertThat(hub.log()).contains("Stopped");
  }

  private Faults faults() {
    return rig.server(SMARTSHEET).faults();
  }

  private static List<Long> inStore(String sql) {
    return Jdbi.create(server.dataSource(STORE))
        .withHandle(h -> h.createQuery(sql).mapTo(Long.class).list());
  }

  private static void eventually(org.awaitility.core.ThrowingRunnable claim) {
    await().untilAsserted(claim);
  }
}
