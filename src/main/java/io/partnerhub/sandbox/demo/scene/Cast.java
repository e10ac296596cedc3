package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The records that are edited on the day: each in one scene only, the same for the same seed. */
final class Cast {

  private final List<Copy> left;

  private Cast(List<Copy> left) {
    this.left = left;
  }

  /** From those that are in step. */
  static Cast of(Records records, Comparison now, long seed) {
    List<Copy> copies = new ArrayList<>(records.salesforce().all());
    copies.removeIf(copy -> !now.inStep().contains(copy.key()));
    copies.sort(Comparator.comparing(Copy::key));
    Collections.shuffle(copies, new Random(seed));
    return new Cast(copies);
  }

  /** The key of the next one. */
  String next() {
    return next(copy -> true);
  }

  /** The key of the next one that is as wished in Salesforce. */
  String next(Predicate<Copy> wish) {
    Copy chosen = left.stream().filter(wish).findFirst().orElseThrow();
    left.remove(chosen);
    return chosen.key();
  }
}
