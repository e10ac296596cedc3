package io.partnerhub.sandbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorTest {

  @ParameterizedTest
  @CsvSource({"0,0,0", "1,1,1", "1000,1,1", "1001,2,1", "2000,2,1", "2001,3,2", "100000,100,50"})
  void salesforce_writes_1000_records_a_call_and_reads_2000(int records, long writes, long reads) {
    assertThat(Floor.salesforceWrites(records)).isEqualTo(writes);
    assertThat(Floor.salesforceReads(records)).isEqualTo(reads);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "1,1,1", "400,1,1", "401,1,2", "500,1,2", "501,2,2", "10000,20,25"})
  void smartsheet_writes_500_rows_a_call_and_reads_400(int rows, long writes, long reads) {
    assertThat(Floor.smartsheetWrites(List.of(rows))).isEqualTo(writes);
    assertThat(Floor.smartsheetReads(List.of(rows))).isEqualTo(reads);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "1,1,1", "200,1,1", "201,1,2", "500,1,3", "501,2,3", "50000,100,250"})
  void fulfillment_writes_500_records_a_call_and_reads_200(int records, long writes, long reads) {
    assertThat(Floor.fulfillmentWrites(records)).isEqualTo(writes);
    assertThat(Floor.fulfillmentReads(records)).isEqualTo(reads);
  }

  @Test
  void every_sheet_needs_calls_of_its_own() {
    assertThat(Floor.smartsheetWrites(List.of(501, 1, 0))).isEqualTo(3);
    assertThat(Floor.smartsheetReads(List.of(401, 1, 0))).isEqualTo(3);
  }
}
