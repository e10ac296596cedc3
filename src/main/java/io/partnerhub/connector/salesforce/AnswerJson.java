package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Opens answers as JSON and says what is wrong with those that are not. */
final class AnswerJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PEEK_BYTES = 256;

  private AnswerJson() {}

  /** What is done with an answer's tokens. */
  @FunctionalInterface
  interface Parse<T> {
    T apply(JsonParser parser) throws IOException, UnusableAnswer;
  }

  /** Reads an answer token by token; only what {@code parse} keeps stays in memory. */
  static <T> T read(InputStream body, Parse<T> parse) throws UnusableAnswer {
    try (JsonParser parser = JSON.createParser(checked(body))) {
      return parse.apply(parser);
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Reads a small answer whole. */
  static JsonNode tree(InputStream body) throws UnusableAnswer {
    return read(
        body,
        parser -> {
          JsonNode tree = parser.readValueAsTree();
          if (tree == null) {
            throw new UnusableAnswer("EMPTY_ANSWER", "Salesforce's answer holds nothing", null);
          }
          return tree;
        });
  }

  static UnusableAnswer unexpected(String what) {
    return new UnusableAnswer(
        "UNEXPECTED_ANSWER", "Salesforce's answer is not what its API documents: " + what, null);
  }

  private static InputStream checked(InputStream body) throws IOException, UnusableAnswer {
    InputStream buffered = new BufferedInputStream(body);
    buffered.mark(PEEK_BYTES);
    int first = buffered.read();
    for (int i = 1; i < PEEK_BYTES && first >= 0 && first <= ' '; i++) {
      first = buffered.read();
    }
    buffered.reset();
    if (first < 0) {
      throw new UnusableAnswer("EMPTY_ANSWER", "Salesforce's answer has no body", null);
    }
    if (first == '<') {
      throw new UnusableAnswer(
          "HTML_ANSWER",
          "Salesforce's answer is a web page instead of JSON, as gateways send in maintenance",
          null);
    }
    return buffered;
  }

  private static UnusableAnswer broken(IOException e) {
    String detail = e instanceof JsonProcessingException json ? json.getOriginalMessage() : "";
    if (detail.startsWith("Invalid UTF-8") || e instanceof java.io.CharConversionException) {
      return new UnusableAnswer("INVALID_UTF8", "Salesforce's answer is not valid UTF-8", e);
    }
    return new UnusableAnswer("INVALID_JSON", "Salesforce's answer is not valid JSON", e);
  }
}
