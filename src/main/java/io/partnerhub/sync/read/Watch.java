package io.partnerhub.sync.read;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Who wants to know how a read goes, page by page.
 *
 * @param found gets how many rows a page has, before it is merged
 * @param unmerged gets keys that people gave to copies of a page and that could not be merged now
 */
record Watch(IntConsumer found, Consumer<Set<String>> unmerged) {

  static Watch of(IntConsumer found) {
    return new Watch(found, keys -> {});
  }
}
