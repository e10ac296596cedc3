package io.partnerhub.connector.smartsheet;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into pieces that a call takes. */
final class Batches {

  private Batches() {}

  static <T> List<List<T>> of(List<T> all, int most) {
    List<List<T>> batches = new ArrayList<>();
    for (int start = 0; start < all.size(); start += most) {
      batches.add(all.subList(start, Math.min(all.size(), start + most)));
    }
    return batches;
  }
}
