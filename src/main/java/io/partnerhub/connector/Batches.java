package io.partnerhub.connector;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into pieces that a call takes. */
public final class Batches {

  private Batches() {}

  /** The pieces in their order; views of the list. */
  public static <T> List<List<T>> of(List<T> all, int most) {
    List<List<T>> batches = new ArrayList<>();
    for (int start = 0; start < all.size(); start += most) {
      batches.add(all.subList(start, Math.min(all.size(), start + most)));
    }
    return batches;
  }
}
