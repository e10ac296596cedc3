package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.Map;

/**
 * How the API calls the hub.
 *
 * @param id the header with the id of a delivery, the same whenever it is sent again; null where
 *     there is none
 * @param events the list in the body; the body itself, be it one event or a list, unless given
 * @param resource in an event: of what kind the record is
 * @param record in an event: the record's id
 * @param changedBy in an event: who did it, as the caller is named; null where it does not tell
 * @param resources what {@code resource} may say, and which resource that is; as they are called
 *     here where this is empty
 */
record Webhook(
    String id,
    Stamp timestamp,
    Signature signature,
    JsonPointer events,
    JsonPointer resource,
    JsonPointer record,
    JsonPointer changedBy,
    Map<String, String> resources) {

  Webhook {
    events = events == null ? JsonPointer.empty() : events;
    resources = resources == null ? Map.of() : Map.copyOf(resources);
  }

  /** The name of a resource as the connector file has it. */
  String resourceOf(String word) {
    return resources.isEmpty() ? word : resources.getOrDefault(word, word);
  }

  /**
   * When a call was made: seconds or milliseconds since 1970, or a time such as
   * 2026-05-04T12:00:00Z.
   *
   * @param tolerance seconds, either way
   */
  record Stamp(String header, Integer tolerance) {

    private static final int USUAL_TOLERANCE = 300;

    Stamp {
      tolerance = tolerance == null ? USUAL_TOLERANCE : tolerance;
    }

    Duration most() {
      return Duration.ofSeconds(tolerance);
    }
  }

  /**
   * By which a call is known: HMAC-SHA256 with the secret.
   *
   * @param prefix what stands before each signature; several are parted by spaces
   * @param of what is signed, with placeholders
   */
  record Signature(String header, String prefix, Encoding encoding, String of) {

    Signature {
      prefix = prefix == null ? "" : prefix;
      encoding = encoding == null ? Encoding.HEX : encoding;
    }
  }

  /** How the bytes of a signature are written. */
  enum Encoding {
    HEX,
    BASE64
  }

  static final String ID = "{id}";
  static final String TIMESTAMP = "{timestamp}";
  static final String BODY = "{body}";
}
