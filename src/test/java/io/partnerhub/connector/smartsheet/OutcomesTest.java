package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.system.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {

  /** An entry of failedItems may have any code: 4000 is "an unexpected error", 4004 a collision. */
  @ParameterizedTest
  @ValueSource(ints = {4000, 4004, 1036, 5999})
  void what_a_row_came_to_says_nothing_of_smartsheet_itself(int code) {
    ApiFault row =
        new FaultReader("token")
            .item(0, JsonNodeFactory.instance.objectNode().put("errorCode", code));

    Outcome outcome = Outcomes.ofRow(row, row.reason());

    assertThat(new Answer(List.of(outcome), Map.of()).unavailable()).isEmpty();
  }
}
