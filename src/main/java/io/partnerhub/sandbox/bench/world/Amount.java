package io.partnerhub.sandbox.bench.world;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many records of a type there are, numbered from 1, and how they are spread over sheets.
 *
 * @param type as its mapping calls it
 * @param records at least 1
 */
public record Amount(String type, int records) {

  /** As many as the caps of a sheet demand. */
  public int sheets() {
    return spread().sheets();
  }

  /** The sheet, from 0, of a record. */
  int sheetOf(int number) {
    return spread().sheetOf(number);
  }

  /** All records, by the sheet that they lie on. */
  public List<Integer> perSheet() {
    return perSheet(IntStream.rangeClosed(1, records).boxed().toList());
  }

  /** How many of these records each sheet has. */
  public List<Integer> perSheet(Iterable<Integer> numbers) {
    return spread().perSheet(numbers);
  }

  private Size spread() {
    return new Size(records);
  }
}
