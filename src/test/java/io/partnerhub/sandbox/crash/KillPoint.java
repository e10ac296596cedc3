package io.partnerhub.sandbox.crash;

import java.util.List;
import java.util.Random;

/**
 * The instant at which a hub dies.
 *
 * @param where what is counted: {@code commit}, {@code statement} (one that commits itself), {@code
 *     notice} (what the inbox takes; after it comes the acknowledgement), {@code hint} (what was
 *     done about it), a system, or a system's writes
 * @param nth the hub dies at so many of them, counted from its start
 */
record KillPoint(Moment moment, String where, int nth) {

  static final String COMMIT = "commit";
  static final String STATEMENT = "statement";
  static final String NOTICE = "notice";
  static final String HINT = "hint";

  static final List<String> SYSTEMS = List.of("salesforce", "smartsheet", "fulfillment");
  private static final int LAST_COMMIT = 60;
  private static final int LAST_STATEMENT = 30;
  private static final int LAST_CALL = 20;
  private static final int LAST_WRITE = 4;
  private static final int LAST_NOTICE = 8;

  /** On which side of what is counted. */
  enum Moment {
    /** A call was to be made, and was not; a commit was to be sent, and was not. */
    BEFORE,
    /** A call is under way and its effect comes after the death. */
    UNDER_WAY,
    /** The effect is there, and the answer never comes. */
    AFTER
  }

  static KillPoint of(Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new KillPoint(side(random), COMMIT, 1 + random.nextInt(LAST_COMMIT));
      case 2 -> new KillPoint(side(random), STATEMENT, 1 + random.nextInt(LAST_STATEMENT));
      case 3 -> new KillPoint(moment(random), system(random), 1 + random.nextInt(LAST_CALL));
      default ->
          new KillPoint(moment(random), writesOf(system(random)), 1 + random.nextInt(LAST_WRITE));
    };
  }

  /** Where the hub is told of changes. */
  static KillPoint ofPush(Random random) {
    String where = random.nextInt(3) == 0 ? HINT : NOTICE;
    return new KillPoint(side(random), where, 1 + random.nextInt(LAST_NOTICE));
  }

  static String writesOf(String system) {
    return system + " write";
  }

  private static Moment side(Random random) {
    return random.nextBoolean() ? Moment.BEFORE : Moment.AFTER;
  }

  private static Moment moment(Random random) {
    return Moment.values()[random.nextInt(Moment.values().length)];
  }

  private static String system(Random random) {
    return SYSTEMS.get(random.nextInt(SYSTEMS.size()));
  }

  @Override
  public String toString() {
    return moment.name().toLowerCase(java.util.Locale.ROOT) + " " + where + " " + nth;
  }
}
