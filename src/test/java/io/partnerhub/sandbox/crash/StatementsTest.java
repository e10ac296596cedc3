package io.partnerhub.sandbox.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private static final Optional<String> NOTHING = Optional.empty();
  private final Statements statements = new Statements();

  @Test
  void a_statement_outside_a_transaction_commits_itself_once_up_to_its_sync() {
    parse("s1", "INSERT INTO a VALUES ($1)");

    assertThat(bind("s1")).contains(KillPoint.STATEMENT);
    assertThat(bind("s1")).isEqualTo(NOTHING);
    assertThat(tell('S', "")).isEqualTo(NOTHING);
    assertThat(bind("s1")).contains(KillPoint.STATEMENT);
  }

  @Test
  void in_a_transaction_only_its_commit_makes_something_lasting() {
    parse("", "BEGIN");
    assertThat(bind("")).isEqualTo(NOTHING);
    parse("s1", "update\n a set b = 1");
    assertThat(bind("s1")).isEqualTo(NOTHING);
    parse("s2", "COMMIT");
    assertThat(bind("s2")).contains(KillPoint.COMMIT);
    assertThat(bind("s1")).contains(KillPoint.STATEMENT);
  }

  @Test
  void what_only_reads_makes_nothing_lasting() {
    parse("", "select 1");

    assertThat(bind("")).isEqualTo(NOTHING);
  }

  @Test
  void what_the_inbox_takes_and_gives_away_is_counted_by_itself() {
    parse("", "BEGIN");
    bind("");
    parse("s1", "insert into notice (source, key) select 1");
    assertThat(bind("s1")).isEqualTo(NOTHING);
    parse("s2", "COMMIT");
    assertThat(bind("s2")).contains(KillPoint.NOTICE);
    parse("s3", "delete from hint where id = any($1)");
    assertThat(bind("s3")).contains(KillPoint.HINT);
    parse("", "BEGIN");
    bind("");
    assertThat(bind("s2")).contains(KillPoint.COMMIT);
  }

  private void parse(String name, String sql) {
    assertThat(tell('P', name + "\0" + sql + "\0")).isEqualTo(NOTHING);
  }

  private Optional<String> bind(String name) {
    return tell('B', "portal\0" + name + "\0");
  }

  private Optional<String> tell(char type, String body) {
    return statements.madeLastingBy((byte) type, body.getBytes(StandardCharsets.ISO_8859_1));
  }
}
