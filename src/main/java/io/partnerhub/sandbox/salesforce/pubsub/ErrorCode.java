package io.partnerhub.sandbox.salesforce.pubsub;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Locale;

/**
 * How the Pub/Sub API refuses: a gRPC status, with the code in the trailer {@code error-code}. The
 * codes are the vendor's; which status comes with which code is inferred [I].
 */
public enum ErrorCode {
  AUTH_ERROR("service.auth.error", Status.UNAUTHENTICATED),
  UNAVAILABLE("service.unavailable", Status.UNAVAILABLE),
  TOPIC_NOT_FOUND("topic.not.found", Status.NOT_FOUND),
  REPLAY_ID_CORRUPTED("subscription.fetch.replayid.corrupted", Status.INVALID_ARGUMENT),
  REPLAY_ID_INVALID("subscription.fetch.replayid.validation.failed", Status.INVALID_ARGUMENT),
  LIMIT_EXCEEDED("subscription.limit.exceeded", Status.RESOURCE_EXHAUSTED),
  /** The code itself is inferred [I]. */
  REQUESTED_EVENTS("subscription.fetch.requested.events.limit", Status.INVALID_ARGUMENT),
  /** The code itself is inferred [I]. */
  TOPIC_CHANGED("subscription.fetch.topic.mismatch", Status.INVALID_ARGUMENT),
  /** The code itself is inferred [I]. */
  SCHEMA_NOT_FOUND("schema.not.found", Status.NOT_FOUND);

  private static final String PREFIX = "sfdc.platform.eventbus.grpc.";
  private static final Metadata.Key<String> TRAILER =
      Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);

  private final String code;
  private final Status status;

  ErrorCode(String code, Status status) {
    this.code = code;
    this.status = status;
  }

  /**
   * The code of a name such as {@code limit-exceeded} or {@code subscription.limit.exceeded}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ErrorCode named(String name) {
    for (ErrorCode known : values()) {
      if (known.code.equals(name)
          || known.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return known;
      }
    }
    throw new IllegalArgumentException("there is no Pub/Sub error " + name);
  }

  StatusRuntimeException with(String description) {
    Metadata trailers = new Metadata();
    trailers.put(TRAILER, PREFIX + code);
    return status.withDescription(description).asRuntimeException(trailers);
  }
}
