package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundTripTest {

  private final Handle handle = Jdbi.open(TestStore.dataSource());
  private final List<Integer> numbers = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  @BeforeEach
  void table() {
    handle.execute("create temporary table counted (number int)");
  }

  @AfterEach
  void close() {
    handle.execute("drop table counted");
    handle.close();
  }

  @Test
  void each_answer_goes_to_who_asked_for_it_and_each_statement_sees_the_ones_before() {
    new RoundTrip(handle)
        .ask("select word from unnest(:words) as x(word)", row -> words.add(row.getString(1)))
        .run("insert into counted select * from generate_series(1, :most)")
        .ask("select number from counted order by number", row -> numbers.add(row.getInt(1)))
        .run("delete from counted where number < :most")
        .ask("select :most + number from counted", row -> numbers.add(row.getInt(1)))
        .with(all -> all.bind("most", 3).bindArray("words", String.class, List.of("a", "b")))
        .make();

    assertThat(words).containsExactly("a", "b");
    assertThat(numbers).containsExactly(1, 2, 3, 6);
  }

  @Test
  void it_is_all_or_nothing() {
    RoundTrip trip =
        new RoundTrip(handle)
            .run("insert into counted values (1)")
            .ask("select 1 / (count(*) - 1) from counted", row -> numbers.add(row.getInt(1)));

    assertThatThrownBy(trip::make).isInstanceOf(UnableToExecuteStatementException.class);
    new RoundTrip(handle)
        .ask("select count(*) from counted", row -> numbers.add(row.getInt(1)))
        .make();
    assertThat(numbers).containsExactly(0);
  }
}
