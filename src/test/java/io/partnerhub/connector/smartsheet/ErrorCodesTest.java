package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

  @ParameterizedTest
  @CsvSource({
    "429, 4003, RATE_LIMIT",
    "503, 4001, CLOSED",
    "500, 4004, COLLISION",
    "500, 4002, UNKNOWN",
    "500, 4000, UNKNOWN",
    "401, 1002, REFUSED",
    "403, 1004, FORBIDDEN",
    "404, 1006, NOT_FOUND",
    "400, 1034, ROW_GONE",
    "400, 1036, COLUMN_GONE",
    "400, 1042, DATA",
    "403, 1039, DATA",
    "410, 4005, CLOSED"
  })
  void a_known_code_decides_whatever_the_status(int status, int code, FaultClass meaning) {
    assertThat(ErrorCodes.of(status, code, "")).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "302, CLOSED",
    "400, DATA",
    "401, REFUSED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "414, DATA",
    "429, RATE_LIMIT",
    "500, UNKNOWN",
    "503, CLOSED",
    "504, UNKNOWN"
  })
  void an_unknown_code_means_what_its_status_means(int status, FaultClass meaning) {
    assertThat(ErrorCodes.of(status, 99_999, "")).isEqualTo(meaning);
    assertThat(ErrorCodes.of(status, 0, "")).isEqualTo(meaning);
  }

  @Test
  void a_row_id_that_parallel_saves_make_seem_missing_is_a_collision() {
    assertThat(ErrorCodes.of(400, 1012, "A required object attribute is missing: row.id."))
        .isEqualTo(FaultClass.COLLISION);
    assertThat(ErrorCodes.of(400, 1012, "A required object attribute is missing: cell.columnId."))
        .isEqualTo(FaultClass.DATA);
  }
}
