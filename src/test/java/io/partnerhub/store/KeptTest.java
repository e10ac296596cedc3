package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

class KeptTest {

  private final List<String> statements = new ArrayList<>();

  @Test
  void no_copies_that_it_is_asked_about_are_gone_through_one_by_one_for_each_that_is_kept() {
    try (Handle handle = TestStore.jdbi().open()) {
      handle.setSqlLogger(
          new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
              statements.add(context.getRenderedSql());
            }
          });
      Kept kept = new Kept(handle, new RecordType("partner"), SystemName.SMARTSHEET, Instant.EPOCH);
      kept.found("Tracker", Set.of("R1"));
      kept.remove(Set.of("R1"));
      kept.standing(Set.of("R1"), Instant.EPOCH);
    }

    assertThat(statements).hasSize(3).allMatch(sql -> sql.contains(LocationRows.PRESENT));
  }
}
