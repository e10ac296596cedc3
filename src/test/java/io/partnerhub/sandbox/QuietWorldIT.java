package io.partnerhub.sandbox;

import static io.partnerhub.sandbox.People.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Operation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When nobody edits anything, the hub only asks whether anything is new. */
class QuietWorldIT {

  private static final int PARTNERS = 500;
  private static final int CYCLES = 10;

  @Test
  void a_poll_of_a_system_in_step_is_one_call_and_no_write(@TempDir Path dir) {
    try (Rig rig = new Rig(dir)) {
      People people = new People(rig);
      rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
      rig.start();
      people.allInSync(PARTNERS);
      Counters salesforce = rig.simulators().salesforceServer().counters();
      Counters smartsheet = rig.simulators().smartsheetServer().counters();
      eventually(() -> onlyPolls(salesforce, smartsheet));

      salesforce.reset();
      smartsheet.reset();
      eventually(
          () -> {
            assertThat(salesforce.snapshot().of("GET queryAll")).isGreaterThan(CYCLES);
            assertThat(smartsheet.snapshot().of("GET /sheets")).isGreaterThan(CYCLES);
          });

      onlyPolls(salesforce, smartsheet);
    }
  }

  /** The rows of the hub's own last writes are read once more, then only what is new. */
  private static void onlyPolls(Counters salesforce, Counters smartsheet) {
    Counters.Snapshot org = salesforce.snapshot();
    Counters.Snapshot sheets = smartsheet.snapshot();
    salesforce.reset();
    smartsheet.reset();
    assertThat(org.byCall()).containsOnlyKeys("GET queryAll");
    assertThat(sheets.byCall()).containsOnlyKeys("GET /sheets");
    assertThat(org.of(Operation.WRITE) + sheets.of(Operation.WRITE)).isZero();
  }
}
