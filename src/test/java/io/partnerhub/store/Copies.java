package io.partnerhub.store;

/** Copies of partners in the tracker as the store holds them, many at once. */
final class Copies {

  private Copies() {}

  /**
   * Writes linked copies 1 to {@code many}, in step, and counts what is in the tables.
   *
   * @param set more columns of theirs, as assignments
   */
  static void linked(int many, String set) {
    TestStore.jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "insert into record (id, type, key, agreed, origins, held)"
                      + " select i, 'partner', 'P' || i, '{}', '[]', '{}'"
                      + " from generate_series(1, ?) i",
                  many);
              h.execute(
                  "insert into replica (record_id, system, type, state, location, native_id, key,"
                      + " holds, read_began, read_ended, wrote_ended, read_again, rendering,"
                      + " rewrites, failures, due, target) select i, 'smartsheet', 'partner',"
                      + " 'LINKED', 'Tracker', 'R' || i, 'P' || i, '{}', 0, 0, 0, 0, '[]', '{}',"
                      + " 0, false, 'Tracker' from generate_series(1, ?) i",
                  many);
              h.execute("update replica set " + set);
              h.execute("analyze record, replica");
            });
  }
}
