package io.partnerhub.store;

/**
 * Which writes wait for a parent. A parent is there once its copy in the same system shows the key
 * that the child names, so that a renamed parent is waited for until it was written too.
 */
final class Waiting {

  /** The references {@code f} that the due write of replica {@code p} lacks a parent for. */
  private static final String MISSING_OF_P =
      "from reference f where f.record_id = p.record_id and f.field = any(p.awaits) and "
          + missing("p.system");

  /** The due write of replica {@code p} lacks a parent. */
  static final String WAITS = "exists (select 1 " + MISSING_OF_P + ")";

  /** The first parent that the due write of replica {@code p} lacks, as {@code w}. */
  static final String FIRST_MISSING =
      " left join lateral (select f.to_type, f.to_key "
          + MISSING_OF_P
          + " order by f.field limit 1) w on p.due and p.awaits is not null";

  private Waiting() {}

  /**
   * The parent of reference {@code f} is not in a system; only linked copies have a key. A copy
   * that still shows a key which its record gave up is another parent.
   */
  static String missing(String system) {
    return "not exists (select 1 from replica o join record q on q.id = o.record_id"
        + "   and q.key = o.key where o.type = f.to_type and o.key = f.to_key and o.system = "
        + system
        + ")";
  }
}
