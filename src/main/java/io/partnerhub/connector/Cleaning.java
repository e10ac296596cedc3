package io.partnerhub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/** Takes secrets out of what a system answers, and cuts it to what people read. */
public final class Cleaning {

  /** Characters of a message that are kept. */
  private static final int LONGEST_LINE = 300;

  /** Characters of an answer that are kept. */
  private static final int LONGEST_ANSWER = 2_000;

  private final List<String> secrets;

  /**
   * @param secrets to be masked wherever they show; those that are null or empty are none
   */
  public Cleaning(List<String> secrets) {
    this.secrets = secrets.stream().filter(Objects::nonNull).filter(s -> !s.isEmpty()).toList();
  }

  /** A text on one line, for a sentence. */
  public String line(String text) {
    return cut(masked(text).replaceAll("\\p{Cntrl}+", " "), LONGEST_LINE);
  }

  /** What a system says about a record, as it says it; null where it says nothing. */
  public String answer(JsonNode told) {
    return told.isMissingNode() || told.isNull() || told.isEmpty() && told.isContainerNode()
        ? null
        : cut(masked(told.toString()), LONGEST_ANSWER);
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, "***");
    }
    return masked;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
