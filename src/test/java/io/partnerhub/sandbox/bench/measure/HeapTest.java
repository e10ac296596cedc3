package io.partnerhub.sandbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapTest {

  @Test
  void the_peak_is_before_any_collection_and_what_lives_is_after_a_full_one() {
    Heap heap =
        Heap.of(
            List.of(
                "[0.010s][info][gc] Using Serial",
                "[1.2s][info][gc] GC(0) Pause Young (Allocation Failure) 68M->21M(247M) 9.6ms",
                "[2.4s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 160M->35M(247M) 55.1ms",
                "[2.9s][info][gc] GC(2) Pause Young (Allocation Failure) 103M->103M(247M) 4.0ms"));

    assertThat(heap).isEqualTo(new Heap(160, 35));
  }

  @Test
  void without_a_collection_nothing_is_known() {
    assertThat(Heap.of(List.of("[0.010s][info][gc] Using Serial"))).isEqualTo(new Heap(0, 0));
  }
}
