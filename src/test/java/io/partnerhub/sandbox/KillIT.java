package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {

  private static final int PARTNERS = 900;
  private static final int TYPED = 40;
  private static final int EDITS = 12;

  @Test
  void a_hub_killed_at_any_instant_loses_nothing_and_doubles_nothing(@TempDir Path dir)
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path dataDir = Files.createDirectory(dir.resolve("data"));
    try (Rig rig = new Rig(dataDir).withEmbeddedStore();
        KilledHub hub = new KilledHub(rig, dataDir, dir)) {
      rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
      rig.desk().addRows(Rig.SHEET, typedRows(), "ann@example.com");

      for (int kill = 0; kill < 2; kill++) {
        int rows = rig.desk().rowCount(Rig.SHEET);
        // A quick hub may have written them all before it was killed.
        int more = Math.min(rows + 1, PARTNERS + TYPED);
        hub.killWhen(() -> rig.desk().rowCount(Rig.SHEET) >= more, random);
      }
      Map<String, String> phones = new HashMap<>();
      Map<String, String> names = new HashMap<>();
      for (int round = 0; round < 2; round++) {
        String first = edit(rig, round, phones, names);
        hub.killWhen(() -> phones.get(first).equals(phone(rig, first)), random);
      }
      hub.start();

      await()
          .alias("seed " + seed + "\n" + dataDir)
          .untilAsserted(() -> converged(rig, phones, names));
    }
  }

  private static List<Map<String, String>> typedRows() {
    return IntStream.range(0, TYPED)
        .mapToObj(i -> Map.of("Code", "TYPED" + i, "Company", "Typed " + i))
        .toList();
  }

  /** Edits in both systems; gives the code of the first row that was edited in the sheet. */
  private static String edit(
      Rig rig, int round, Map<String, String> phones, Map<String, String> names) {
    for (int i = 0; i < EDITS; i++) {
      String inSheet = code(1 + round * 100 + i);
      String phone = "+1 555 9%02d %04d".formatted(round, i);
      rig.desk()
          .edit(Rig.SHEET, RowRef.key("Code", inSheet), Map.of("Phone", phone), "ann@example.com");
      phones.put(inSheet, phone);
      String inOrg = code(51 + round * 100 + i);
      String name = "Renamed " + round + " " + i;
      rig.org().edit("Account", inOrg, Map.of("Name", name));
      names.put(inOrg, name);
    }
    return code(1 + round * 100);
  }

  private static String code(int number) {
    return "P%06d".formatted(number);
  }

  private static String phone(Rig rig, String code) {
    return rig.org().record("Account", code).map(a -> a.path("Phone").asText()).orElse(null);
  }

  private static void converged(Rig rig, Map<String, String> phones, Map<String, String> names) {
    List<RowState> rows = rig.desk().rows(Rig.SHEET);
    List<JsonNode> accounts = rig.org().records("Account");
    assertThat(rows.stream().map(r -> r.cells().get("Code")).toList())
        .hasSize(PARTNERS + TYPED)
        .doesNotHaveDuplicates();
    assertThat(accounts.stream().map(a -> a.path("Partner_Code__c").asText()).toList())
        .hasSize(PARTNERS + TYPED)
        .doesNotHaveDuplicates();
    phones.forEach((code, phone) -> assertThat(phone(rig, code)).isEqualTo(phone));
    Map<String, RowState> byCode = new HashMap<>();
    rows.forEach(r -> byCode.put(r.cells().get("Code"), r));
    names.forEach(
        (code, name) -> assertThat(byCode.get(code).cells().get("Company")).isEqualTo(name));
    phones.forEach(
        (code, phone) -> assertThat(byCode.get(code).cells().get("Phone")).isEqualTo(phone));
  }
}
