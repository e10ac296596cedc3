package io.partnerhub.sync;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One step of a random history.
 *
 * @param a which system, where one is concerned
 * @param b which row or worker
 * @param c which field, value or fault
 */
record Step(Kind kind, int a, int b, int c) {

  /** What happens, and how often among a hundred steps. */
  enum Kind {
    EDIT(17),
    EDIT_COMMITTED_LATE(3),
    RETYPE(2),
    CLEAR(1),
    RENAME(1),
    CREATE(2),
    COPY(1),
    DELETE(1),
    UNDELETE(1),
    POLL(6),
    SWEEP(1),
    SECOND_PASS(1),
    READ_AGAIN(2),
    TOLD(4),
    PUSH(9),
    GO_ON(41),
    FAULT(3),
    HITCH(3),
    LAND(1),
    WAIT(3),
    CLOSE_LOST(1),
    DIE(1),
    GARBLE(2);

    final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  /** Reads steps as {@link #toString} writes them. */
  static List<Step> parse(String steps) {
    return Pattern.compile("(\\w+)\\((\\d),(\\d),(\\d)\\)")
        .matcher(steps)
        .results()
        .map(
            m ->
                new Step(
                    Kind.valueOf(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4))))
        .toList();
  }

  @Override
  public String toString() {
    return kind + "(" + a + "," + b + "," + c + ")";
  }
}
