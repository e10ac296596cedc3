package io.partnerhub.store;

import static io.partnerhub.model.SystemName.HUB;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.ledger.Reasons;
import io.partnerhub.ledger.Why;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a busy record has its values, on the real store. */
class PostgresLedgerTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final String CHOSEN = "chosen by ann: as Pat said";

  private final Why why =
      new Why(
          new PostgresLedger(TestStore.dataSource(), MappedSystems.ANY),
          MappingSet.of(
              List.of(
                  MappingFile.read(
                      Path.of("deploy/examples/partner-alone/partner.yaml"),
                      Map.of("partner", "1")))));

  /** A phone that was read, a name that was chosen, and thousands of lines about something else. */
  @BeforeEach
  void a_busy_record() {
    TestStore.empty(new SettableClock(NOON.toString()));
    Map<String, Origin> origins =
        Map.of(
            "phone", new Origin(SMARTSHEET, 5, "shared, latest", NOON, NOON),
            "name", new Origin(SALESFORCE, 6, CHOSEN, NOON, NOON));
    TestStore.jdbi()
        .useHandle(
            h ->
                h.execute(
                    "insert into record (id, type, key, agreed, origins, held) values"
                        + " (17, 'partner', 'ALFKI', cast(? as jsonb), cast(? as json), '{}')",
                    "{\"code\":\"ALFKI\",\"phone\":\"+49 30 1\",\"name\":\"Alfreds\"}",
                    JsonColumns.originsAsJson(origins)));
    line(SMARTSHEET, "OBSERVED", 5, "ann@example.com", "phone", "+49 30 1", "shared, latest", 1);
    line(HUB, "CHOSEN", 0, null, "name", "Alfreds", CHOSEN, 1);
    line(SALESFORCE, "OBSERVED", 7, "bob", "city", "Berlin", "owner smartsheet", 2_500);
  }

  @Test
  void who_set_a_value_is_still_told_after_thousands_of_lines_about_another_field() {
    Reasons.OfField phone = why.of("partner", "ALFKI", "phone").fields().get(0);

    assertThat(phone.source().by()).isEqualTo("ann@example.com");
    assertThat(phone.steps().get(0).sentence()).contains("last saved by ann@example.com");
  }

  @Test
  void when_a_value_was_chosen_is_still_told_after_thousands_of_lines_about_another_field() {
    Reasons.OfField name = why.of("partner", "ALFKI", "name").fields().get(0);

    assertThat(name.source().readAt()).isEqualTo(NOON);
  }

  private static void line(
      SystemName system,
      String event,
      long reading,
      String by,
      String field,
      String value,
      String because,
      int times) {
    Decision decision =
        new Decision(Decision.Verdict.valueOf(verdict(event)), field, null, value, because);
    TestStore.jdbi()
        .useHandle(
            h ->
                h.execute(
                    "insert into ledger (at, type, record_id, system, event, reading, attempt,"
                        + " changed_by, decisions) select ?, 'partner', 17, ?, ?, ?, 0, ?,"
                        + " cast(? as json) from generate_series(1, ?)",
                    NOON,
                    system.value(),
                    event,
                    reading,
                    by,
                    JsonColumns.decisionsAsJson(List.of(decision)),
                    times));
  }

  private static String verdict(String event) {
    return event.equals("CHOSEN") ? "CHOSEN" : "ACCEPTED";
  }
}
