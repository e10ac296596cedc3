package io.partnerhub.sandbox.bench.world;

import java.util.ArrayList;
import java.util.List;

/**
 * How much one run moves.
 *
 * @param partners at least 1
 */
public record Size(int partners) {

  /** A sheet ends at 20,000 rows. */
  static final int MOST_ON_ONE_SHEET = 20_000;

  /** Fuller than needed would be reported as nearly full. */
  static final int ROWS_OF_SEVERAL = 12_500;

  private static final int CHANGED_OF = 100;

  /** One sheet as long as all fit on it. */
  public int sheets() {
    return partners <= MOST_ON_ONE_SHEET ? 1 : (partners + ROWS_OF_SEVERAL - 1) / ROWS_OF_SEVERAL;
  }

  /** The sheet, from 0, of a partner, from 1. */
  public int sheetOf(int number) {
    return (number - 1) % sheets();
  }

  /** Partners that the change concerns: one in a hundred, at least two. */
  public int changed() {
    return Math.min(partners, Math.max(2, partners / CHANGED_OF));
  }

  /** How many of these partners each sheet has. */
  public List<Integer> perSheet(Iterable<Integer> numbers) {
    int[] counts = new int[sheets()];
    numbers.forEach(number -> counts[sheetOf(number)]++);
    List<Integer> perSheet = new ArrayList<>();
    for (int count : counts) {
      perSheet.add(count);
    }
    return perSheet;
  }
}
