package io.partnerhub.sync.read;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** Does the same for several, so that one that fails stops none of the others. */
public final class InTurn {

  private InTurn() {}

  /**
   * Throws the first failure at the end, with the others attached.
   *
   * @param <T> what it is done for
   */
  public static <T> void each(Iterable<T> all, Consumer<T> work) {
    each(all, work, failure -> false);
  }

  /**
   * The same up to a failure that ends it: that one is thrown, with those before it attached.
   *
   * @param <T> what it is done for
   * @param ends whether nothing is tried any more after a failure
   */
  static <T> void each(Iterable<T> all, Consumer<T> work, Predicate<RuntimeException> ends) {
    RuntimeException first = null;
    for (T one : all) {
      try {
        work.accept(one);
      } catch (RuntimeException e) {
        if (ends.test(e)) {
          throw with(first, e);
        }
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

  private static RuntimeException with(RuntimeException before, RuntimeException last) {
    if (before != null) {
      last.addSuppressed(before);
    }
    return last;
  }
}
