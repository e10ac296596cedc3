package io.partnerhub.intake;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/** One request on its way in; all but the judgement happens on the server's event thread. */
final class Visit {

  /**
   * A sender that is told before it sent all may go on for so long, so that it reads the answer.
   */
  private static final int LINGER_MILLIS = 1_000;

  private static final int RETRY_SECONDS = 1;

  private static final Verdict.Refuse TOO_SLOW =
      new Verdict.Refuse(Answer.TOO_SLOW, "it was not complete in time");
  private static final Verdict.Refuse TOO_MANY =
      new Verdict.Refuse(
          Answer.tooMany(RETRY_SECONDS), "there are too many at once, or in this second");
  private static final Verdict.Refuse NO_ROOM =
      new Verdict.Refuse(
          Answer.unavailable(RETRY_SECONDS), "there is no room for its body among the others");

  private final Vertx vertx;
  private final Connections connections;
  private final Room room;
  private final int longest;
  private final HttpServerRequest request;
  private final Buffer body = Buffer.buffer();
  private boolean answered;

  /**
   * One that was not looked at yet.
   *
   * @param longest body, in bytes
   */
  Visit(Vertx vertx, Connections connections, Room room, int longest, HttpServerRequest request) {
    this.vertx = vertx;
    this.connections = connections;
    this.room = room;
    this.longest = longest;
    this.request = request;
  }

  /** Tells it to go away without having read it. */
  void turnAway(Answer answer) {
    if (answered) {
      return;
    }
    connections.wait(request.connection());
    request.handler(bytes -> {});
    request.endHandler(end -> vertx.runOnContext(now -> request.connection().close()));
    send(answer, true);
    vertx.setTimer(LINGER_MILLIS, timer -> request.connection().close());
  }

  /**
   * Reads it, has it judged and answers it.
   *
   * @param workers where the judgement may take its time
   */
  void receive(Path path, Reception reception, WorkerExecutor workers) {
    Terms terms = path.keeper().terms();
    Optional<Verdict.Refuse> fault =
        Inspection.fault(request.method(), request.headers(), terms, longest);
    if (fault.isPresent()) {
      refuse(path, reception, fault.get());
    } else if (!path.allowance().enter()) {
      refuse(path, reception, TOO_MANY);
    } else {
      read(path, reception, workers);
    }
  }

  private void read(Path path, Reception reception, WorkerExecutor workers) {
    connections.instead(request.connection(), () -> giveUp(path, reception, TOO_SLOW));
    request.exceptionHandler(broken -> leave(path));
    request.handler(
        bytes -> {
          if (body.length() + bytes.length() > longest) {
            giveUp(path, reception, Inspection.TOO_LARGE);
          } else if (!answered && !room.take(bytes.length())) {
            giveUp(path, reception, NO_ROOM);
          } else if (!answered) {
            body.appendBuffer(bytes);
          }
        });
    request.endHandler(end -> judge(path, reception, workers));
    if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
      request.response().writeContinue();
    }
  }

  private void giveUp(Path path, Reception reception, Verdict.Refuse refused) {
    if (!answered) {
      free(path);
      refuse(path, reception, refused);
    }
  }

  private void refuse(Path path, Reception reception, Verdict.Refuse refused) {
    turnAway(reception.refuse(path.keeper().name(), refused.answer(), refused.why()));
  }

  private void free(Path path) {
    path.allowance().leave();
    room.giveBack(body.length());
  }

  /** The sender is gone before it sent all. */
  private void leave(Path path) {
    if (!answered) {
      answered = true;
      free(path);
    }
  }

  private void judge(Path path, Reception reception, WorkerExecutor workers) {
    if (answered) {
      return;
    }
    connections.wait(request.connection());
    request.exceptionHandler(broken -> {}); // it is stored all the same, and comes again
    Knock knock =
        new Knock(Inspection.wanted(request.headers(), path.keeper().terms()), body.getBytes());
    workers
        .executeBlocking(() -> reception.receive(path.keeper(), knock), false)
        .onComplete(
            result -> {
              free(path);
              connections.closeLater(request.connection()); // first: the next may have come
              send(result.succeeded() ? result.result() : Answer.FAILED, false);
            });
  }

  private void send(Answer answer, boolean last) {
    answered = true;
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (answer.contentType() != null) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
    }
    if (last) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    response.end(answer.body());
  }
}
