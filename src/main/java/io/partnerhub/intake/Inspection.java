package io.partnerhub.intake;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at what a request says of itself, before any of its body is read. */
final class Inspection {

  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");
  private static final String CHARSET = "charset=";

  /** Its body is longer than the door takes. */
  static final Verdict.Refuse TOO_LARGE = new Verdict.Refuse(Answer.TOO_LARGE, "it is too large");

  private Inspection() {}

  /**
   * Why it is turned away instead of being read; empty where it fits the terms.
   *
   * @param longest body, in bytes
   */
  static Optional<Verdict.Refuse> fault(
      HttpMethod method, MultiMap headers, Terms terms, int longest) {
    if (!HttpMethod.POST.equals(method)) {
      return refused(Answer.WRONG_METHOD, "it is no POST");
    }
    if (isAmbiguous(headers, terms)) {
      return refused(Answer.BAD_REQUEST, "it has a header twice of which there is one");
    }
    if (isCompressed(headers)) {
      return refused(Answer.WRONG_TYPE, "it is compressed");
    }
    if (!isOfType(headers, terms)) {
      return refused(Answer.WRONG_TYPE, "its content type is another");
    }
    return length(headers) > longest ? Optional.of(TOO_LARGE) : Optional.empty();
  }

  private static Optional<Verdict.Refuse> refused(Answer answer, String why) {
    return Optional.of(new Verdict.Refuse(answer, why));
  }

  /** The headers that a doorkeeper gets to see, each of which is there once. */
  static Map<String, String> wanted(MultiMap headers, Terms terms) {
    Map<String, String> wanted = new HashMap<>();
    for (String name : terms.headers()) {
      if (headers.contains(name)) {
        wanted.put(name, headers.get(name));
      }
    }
    return wanted;
  }

  /** What one proxy reads so and the next otherwise, such as a signature that is there twice. */
  private static boolean isAmbiguous(MultiMap headers, Terms terms) {
    return headers.getAll(HttpHeaders.CONTENT_TYPE).size() > 1
        || terms.headers().stream().anyMatch(name -> headers.getAll(name).size() > 1);
  }

  /** Nothing is unpacked: a small body could be a large one. */
  private static boolean isCompressed(MultiMap headers) {
    List<String> encodings = headers.getAll(HttpHeaders.CONTENT_ENCODING);
    return encodings.stream().anyMatch(e -> !"identity".equalsIgnoreCase(e.strip()));
  }

  private static boolean isOfType(MultiMap headers, Terms terms) {
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type == null) {
      return false;
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";");
    boolean known = parts.length > 0 && terms.contentTypes().contains(parts[0].strip());
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      known &=
          !parameter.startsWith(CHARSET) || UTF_8.contains(parameter.substring(CHARSET.length()));
    }
    return known;
  }

  /** As it says itself; 0 where it does not, and the bytes are counted as they come. */
  private static long length(MultiMap headers) {
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
