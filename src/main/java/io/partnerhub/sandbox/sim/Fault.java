package io.partnerhub.sandbox.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What goes wrong with a call. */
public sealed interface Fault {

  /** Answers a call that meets this fault. */
  SimAnswer meet(SimRequest request, SimulatedService service, Faults faults)
      throws InterruptedException;

  /**
   * An answer instead of the effect.
   *
   * @param code the service's error code; the body takes the service's own form
   */
  record Failure(int status, String code, String message) implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      return service.failure(status, code, message);
    }
  }

  /**
   * 503 with {@code Retry-After}, instead of the effect.
   *
   * @param seconds how long the service wants to be left alone
   */
  record RetryLater(int seconds) implements Fault {
    private static final int UNAVAILABLE = 503;

    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      return service
          .failure(UNAVAILABLE, "SERVER_UNAVAILABLE", "Please try again later")
          .with("Retry-After", Integer.toString(seconds));
    }
  }

  /** An answer with this JSON body instead of the effect. */
  record RawAnswer(int status, String body) implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      return SimAnswer.json(status, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The service's own "too many calls", without the effect. */
  record RateLimit() implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      return service.rateLimited();
    }
  }

  /** A gateway's HTML page with status 200, without the effect. */
  record Html() implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      return SimAnswer.html(200, "<html><body>Down for maintenance</body></html>");
    }
  }

  /** Status 200 and no body, without the effect. */
  record Empty() implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      return SimAnswer.empty(200);
    }
  }

  /** The effect happens, and a byte that is no UTF-8 stands in the first text of the answer. */
  record InvalidUtf8() implements Fault {
    private static final byte CUT_OFF = (byte) 0xC3;

    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      SimAnswer answer = service.answer(request);
      return new SimAnswer(answer.status(), answer.headers(), spoilt(answer.body()), answer.cut());
    }

    private static byte[] spoilt(byte[] body) {
      ByteBuffer spoilt = ByteBuffer.allocate(body.length + 1);
      int quote = new String(body, StandardCharsets.ISO_8859_1).indexOf('"') + 1;
      return spoilt.put(body, 0, quote).put(CUT_OFF).put(body, quote, body.length - quote).array();
    }
  }

  /** The connection is reset and nothing happened. */
  record CutBefore() implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      return SimAnswer.reset();
    }
  }

  /** The effect happens, then the connection is reset: the caller cannot know. */
  record CutAfter() implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults) {
      service.answer(request);
      return SimAnswer.reset();
    }
  }

  /** The effect happens, later. */
  record Delay(Duration time) implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults)
        throws InterruptedException {
      Thread.sleep(time.toMillis());
      return service.answer(request);
    }
  }

  /** The call is parked before its effect until {@link Faults#release()}, at most 30 seconds. */
  record HoldBefore() implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults)
        throws InterruptedException {
      faults.hold();
      return service.answer(request);
    }
  }

  /** The call is parked between effect and answer, as long as {@link HoldBefore}. */
  record HoldAfter() implements Fault {
    @Override
    public SimAnswer meet(SimRequest request, SimulatedService service, Faults faults)
        throws InterruptedException {
      SimAnswer answer = service.answer(request);
      faults.hold();
      return answer;
    }
  }
}
