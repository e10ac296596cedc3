package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.connector.smartsheet.FaultClass.End;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.ReasonClass.Mender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodesTest {

  /** Every code that the facts list. */
  @ParameterizedTest
  @CsvSource({
    "429, 4003, RATE_LIMIT, PUT_OFF, TIME",
    "500, 4004, CONFLICT, PUT_OFF, TIME",
    "500, 4002, SERVER, UNKNOWN, OTHER_SYSTEM",
    "503, 4001, SERVER, PUT_OFF, OTHER_SYSTEM",
    "500, 4000, SERVER, UNKNOWN, OTHER_SYSTEM",
    "401, 1001, AUTH, PUT_OFF, OPERATOR",
    "401, 1002, AUTH, PUT_OFF, OPERATOR",
    "401, 1003, AUTH, PUT_OFF, OPERATOR",
    "401, 1005, AUTH, PUT_OFF, OPERATOR",
    "401, 1030, AUTH, PUT_OFF, OPERATOR",
    "403, 1004, PERMISSION, PUT_OFF, OPERATOR",
    "403, 1013, AUTH, PUT_OFF, OPERATOR",
    "403, 1361, AUTH, PUT_OFF, OPERATOR",
    "403, 1362, AUTH, PUT_OFF, OPERATOR",
    "403, 1363, AUTH, PUT_OFF, OPERATOR",
    "410, 4005, AUTH, PUT_OFF, OPERATOR",
    "404, 1006, GONE, PUT_OFF, OPERATOR",
    "400, 1034, GONE, GONE, OPERATOR",
    "400, 1036, GONE, PUT_OFF, OPERATOR",
    "400, 1063, GONE, PUT_OFF, OPERATOR",
    "400, 1185, GONE, PUT_OFF, OPERATOR",
    "400, 1012, MISSING, REJECTED, OWNER",
    "403, 1039, PERMISSION, REJECTED, OPERATOR",
    "400, 1046, PERMISSION, REJECTED, OPERATOR",
    "403, 1050, PERMISSION, REJECTED, OPERATOR",
    "403, 1092, PERMISSION, REJECTED, OPERATOR",
    "400, 1212, PERMISSION, REJECTED, OPERATOR",
    "400, 1302, PERMISSION, REJECTED, OPERATOR",
    "400, 5636, TOO_LARGE, REJECTED, OPERATOR",
    "400, 5732, TOO_LARGE, REJECTED, OPERATOR"
  })
  void a_code_has_its_class_and_who_can_mend_it(
      int status, int code, ReasonClass kind, End end, Mender mender) {
    FaultClass meaning = ErrorCodes.of(status, code, "");

    assertThat(meaning.kind()).isEqualTo(kind);
    assertThat(meaning.end()).isEqualTo(end);
    assertThat(meaning.kind().mender()).isEqualTo(mender);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        1008, 1031, 1032, 1037, 1038, 1041, 1042, 1064, 1109, 1110, 1111, 1112, 1113, 1114, 1115,
        1116, 1117, 1123, 1130, 1131, 1148, 5536
      })
  void a_value_that_is_refused_is_for_the_record_s_owner(int code) {
    assertThat(ErrorCodes.of(404, code, "")).isEqualTo(FaultClass.VALUE);
    assertThat(FaultClass.VALUE.kind().mender()).isEqualTo(Mender.OWNER);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        4003, 4001, 4004, 4000, 4002, 1002, 1004, 1006, 1034, 1036, 1042, 1012, 1039, 5636, 4005
      })
  void a_known_code_decides_whatever_the_status(int code) {
    assertThat(ErrorCodes.of(400, code, "")).isEqualTo(ErrorCodes.of(500, code, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "302, REDIRECTED",
    "400, VALUE",
    "401, REFUSED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "405, FORBIDDEN",
    "408, UNKNOWN",
    "409, COLLISION",
    "410, REFUSED",
    "413, TOO_LARGE",
    "414, TOO_LARGE",
    "422, VALUE",
    "429, RATE_LIMIT",
    "500, FAILED",
    "502, FAILED",
    "503, CLOSED",
    "504, FAILED"
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
        .isEqualTo(FaultClass.MISSING);
  }
}
