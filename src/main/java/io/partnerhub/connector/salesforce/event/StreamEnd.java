package io.partnerhub.connector.salesforce.event;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Set;

/**
 * How a stream of events ended.
 *
 * @param kind what is to be done about it
 * @param why a sentence for people; holds no secret
 */
public record StreamEnd(Kind kind, String why) {

  private static final String PREFIX = "sfdc.platform.eventbus.grpc.";
  private static final Metadata.Key<String> CODE =
      Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);

  /** The reasons that call for different answers. */
  public enum Kind {
    /** The server closed it, or the network broke: it is opened again where it was. */
    OVER,
    /** Nothing came any more; whether another one is heard is not known before something comes. */
    SILENT,
    /** The session is over: the hub logs in again. */
    LOGIN,
    /** From where it was to go on is no longer kept: what was missed has to be read. */
    POSITION_LOST,
    /** The day's event allocation of the org is used up; asking again at once is no use. */
    ALLOCATION,
    /** There is no such topic for the hub's user: an administrator has to act. */
    NOT_SET_UP
  }

  private static final Set<String> LOGIN_CODES =
      Set.of("service.auth.error", "service.auth.refresh.invalid");
  private static final Set<String> POSITION_CODES =
      Set.of(
          "subscription.fetch.replayid.corrupted", "subscription.fetch.replayid.validation.failed");

  /** Of a call that failed; the codes are those of the Pub/Sub API's trailer. */
  static StreamEnd of(Throwable error) {
    Status status = Status.fromThrowable(error);
    Metadata trailers = Status.trailersFromThrowable(error);
    String told = trailers == null ? null : trailers.get(CODE);
    String code = told == null ? "" : told.replace(PREFIX, "");
    String why =
        "%s%s: %s"
            .formatted(
                status.getCode(), code.isEmpty() ? "" : " (" + code + ")", described(status));
    return new StreamEnd(kind(code, status.getCode()), why);
  }

  private static String described(Status status) {
    return status.getDescription() == null ? "no answer" : status.getDescription();
  }

  private static Kind kind(String code, Status.Code status) {
    if (LOGIN_CODES.contains(code)) {
      return Kind.LOGIN;
    }
    if (POSITION_CODES.contains(code)) {
      return Kind.POSITION_LOST;
    }
    if (code.equals("subscription.limit.exceeded")) {
      return Kind.ALLOCATION;
    }
    if (code.equals("topic.not.found") || status == Status.Code.PERMISSION_DENIED) {
      return Kind.NOT_SET_UP;
    }
    return code.isEmpty() && status == Status.Code.UNAUTHENTICATED ? Kind.LOGIN : Kind.OVER;
  }
}
