package io.partnerhub.sandbox.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "2,1,2", "200,1,2", "20000,1,200", "20001,2,200", "100000,8,1000"})
  void so_many_partners_need_so_many_sheets_and_change_so_many(
      int partners, int sheets, int changed) {
    assertThat(new Size(partners).sheets()).isEqualTo(sheets);
    assertThat(new Size(partners).changed()).isEqualTo(changed);
  }

  @Test
  void partners_lie_evenly_on_their_sheets() {
    List<Integer> all = IntStream.rangeClosed(1, 100_000).boxed().toList();

    assertThat(new Size(100_000).perSheet(all)).hasSize(8).containsOnly(12_500);
  }
}
