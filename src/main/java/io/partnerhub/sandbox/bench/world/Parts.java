package io.partnerhub.sandbox.bench.world;

import java.util.ArrayList;
import java.util.List;

/** Cuts lists into what one call takes. */
public final class Parts {

  private Parts() {}

  public static <T> List<List<T>> of(List<T> all, int most) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      parts.add(all.subList(from, Math.min(from + most, all.size())));
    }
    return parts;
  }
}
