package io.partnerhub.sync.read;

import java.util.function.Consumer;

/** Does the same for several, so that one that fails stops none of the others. */
public final class InTurn {

  private InTurn() {}

  /**
   * Throws the first failure at the end, with the others attached.
   *
   * @param <T> what it is done for
   */
  public static <T> void each(Iterable<T> all, Consumer<T> work) {
    RuntimeException first = null;
    for (T one : all) {
      try {
        work.accept(one);
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
