package io.partnerhub.sync;

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
    POLL(6),
    SWEEP(1),
    SECOND_PASS(1),
    READ_AGAIN(2),
    PUSH(9),
    GO_ON(45),
    FAULT(3),
    LAND(1),
    WAIT(3),
    CLOSE_LOST(1),
    DIE(1);

    final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  @Override
  public String toString() {
    return kind + "(" + a + "," + b + "," + c + ")";
  }
}
