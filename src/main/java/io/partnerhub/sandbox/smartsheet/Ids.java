package io.partnerhub.sandbox.smartsheet;

import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of 16 digits, never the same twice, the same sequence for the same seed. */
final class Ids {
  private static final long LOWEST = 1_000_000_000_000_000L;
  private static final long COUNT = 8_000_000_000_000_000L;
  // No factor in common with COUNT (2 and 5), so that the walk meets every id once.
  private static final long STEP = 4_637_284_092_746_391L;

  private final BigInteger count = BigInteger.valueOf(COUNT);
  private final BigInteger step = BigInteger.valueOf(STEP);
  private final BigInteger stepBack = step.modInverse(count);
  private final BigInteger offset;
  private final AtomicLong issued = new AtomicLong();

  Ids(long seed) {
    offset = BigInteger.valueOf(new Random(seed).nextLong() >>> 12);
  }

  long next() {
    BigInteger n = BigInteger.valueOf(issued.getAndIncrement());
    return LOWEST + n.multiply(step).add(offset).mod(count).longValueExact();
  }

  /** Whether this id was given to anything, even if that is gone now. */
  boolean issued(long id) {
    BigInteger n = BigInteger.valueOf(id - LOWEST).subtract(offset).multiply(stepBack).mod(count);
    return n.longValueExact() < issued.get();
  }
}
