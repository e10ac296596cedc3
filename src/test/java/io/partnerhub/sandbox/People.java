package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.sim.Faults;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import io.partnerhub.store.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;

/** What people do and see at both ends of a running hub. */
final class People {

  static final String ANN = "ann@example.com";

  private final Rig rig;

  People(Rig rig) {
    this.rig = rig;
  }

  static void eventually(ThrowingRunnable claim) {
    await().pollInterval(Duration.ofMillis(100)).untilAsserted(claim);
  }

  /** The partner numbered so by {@link MadeUpPartners}. */
  static String code(int number) {
    return "P%06d".formatted(number);
  }

  void typeInAccount(String code, String field, Object value) {
    rig.org().edit("Account", code, Map.of(field, value));
  }

  void typeInRow(String code, String column, Object value) {
    rig.desk().edit(Rig.SHEET, RowRef.key("Code", code), Map.of(column, value), ANN);
  }

  /** The text of a field; empty when it has none. */
  String account(String code, String field) {
    return rig.org().record("Account", code).map(r -> r.path(field).asText("")).orElseThrow();
  }

  /** The live accounts with this code. */
  List<JsonNode> accounts(String code) {
    return rig.org().records("Account").stream()
        .filter(r -> !r.path("IsDeleted").asBoolean())
        .filter(r -> code.equals(r.path("Partner_Code__c").asText()))
        .toList();
  }

  /** The rows of a sheet with this code. */
  List<RowState> rows(String sheet, String code) {
    return rig.desk().rows(sheet).stream().filter(r -> code.equals(r.cells().get("Code"))).toList();
  }

  List<RowState> rows(String code) {
    return rows(Rig.SHEET, code);
  }

  /** What the only row of this code shows; empty when the cell is. */
  String cell(String code, String column) {
    List<RowState> rows = rows(code);
    assertThat(rows).as("rows of " + code).hasSize(1);
    return rows.get(0).cells().getOrDefault(column, "");
  }

  Faults faults(SystemName system) {
    return rig.server(system).faults();
  }

  /** What the hub says is wrong with a system; empty while it answers. */
  Optional<String> fault(SystemName system) {
    return rig.fault(system);
  }

  /** The hub's sentences about a record in a system, such as {@code FAILING: …}. */
  List<String> reasons(SystemName system, String what) {
    return rig.hub().figures().reasons(1_000).stream()
        .filter(r -> r.system().equals(system.value()) && r.what().contains(what))
        .map(r -> r.standing() + ": " + r.sentence())
        .toList();
  }

  int count(SystemName system, Figures.Standing standing) {
    return rig.hub().figures().counts().stream()
        .filter(c -> c.system().equals(system.value()) && c.standing() == standing)
        .mapToInt(Figures.Count::replicas)
        .sum();
  }

  /** Every copy is in step, and there are so many in each system. */
  void allInSync(int records) {
    eventually(
        () -> {
          assertThat(rig.hub().figures().reasons(100)).isEmpty();
          assertThat(rig.hub().figures().counts())
              .allSatisfy(c -> assertThat(c.standing()).isEqualTo(Figures.Standing.IN_SYNC))
              .extracting(Figures.Count::replicas)
              .containsExactly(records, records);
        });
  }
}
