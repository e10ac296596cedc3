package io.partnerhub.sandbox.salesforce;

import java.util.List;
import java.util.stream.IntStream;

/** The versions of the API that the org speaks; the others are 404. [I] up to 30.0 are retired. */
final class ApiVersions {

  private static final int OLDEST = 31;
  private static final int NEWEST = 67;
  private static final List<String> ALL =
      IntStream.rangeClosed(OLDEST, NEWEST).mapToObj(v -> v + ".0").toList();

  private ApiVersions() {}

  /** Such as {@code 62.0}, the oldest first. */
  static List<String> all() {
    return ALL;
  }

  static boolean isOne(String version) {
    return ALL.contains(version);
  }
}
