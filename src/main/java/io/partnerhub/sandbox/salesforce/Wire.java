package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How values stand in JSON. */
final class Wire {

  private static final int LONGEST_NUMBER = 1_000;

  /** Keeps decimals as they were written, so that digits can be counted. */
  static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(LONGEST_NUMBER).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

  private static final String MILLISECONDS_AND_ZONE = ".000+0000";

  private Wire() {}

  /**
   * A body of a caller's.
   *
   * @throws IOException when it is no JSON; its message is fit for the caller
   */
  static JsonNode parse(byte[] body) throws IOException {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at [line:" + at.getLineNr() + ", column:" + at.getColumnNr() + "]";
      throw new IOException(e.getOriginalMessage() + where, e);
    } catch (NumberFormatException e) {
      throw new IOException("a number has too long an exponent", e); // Jackson lets that through
    }
  }

  /** Writes to a generator what may fail only in memory. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same as a tree. */
  static JsonNode tree(Writing writing) {
    return read(bytes(writing));
  }

  /** An answer of ours, missing when it is empty. */
  static JsonNode read(byte[] answer) {
    try {
      return MAPPER.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A moment in the form {@code 2022-02-15T06:21:19.000+0000}. */
  static String moment(Instant moment) {
    String text = moment.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.substring(0, text.length() - 1) + MILLISECONDS_AND_ZONE;
  }

  /** Writes the value of a field, null as null. */
  static void value(JsonGenerator json, Object value, Field field) throws IOException {
    if (value == null) {
      json.writeNull();
      return;
    }
    switch (field.kind()) {
      case ID -> json.writeString(Ids.to18((String) value));
      case TEXT -> json.writeString((String) value);
      case NUMBER -> json.writeNumber((Double) value);
      case DATE -> json.writeString(value.toString());
      case DATETIME -> json.writeString(moment((Instant) value));
      case BOOLEAN -> json.writeBoolean((Boolean) value);
    }
  }
}
