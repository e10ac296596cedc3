package io.partnerhub.connector.salesforce;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Logs everybody in and answers as it was told, also what no Salesforce should ever answer. */
final class ScriptedSalesforce implements SimulatedService {

  static final String HUB_USER = "005000000000001AAA";

  private final List<SimRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger logins = new AtomicInteger();
  private final Queue<Function<SimRequest, SimAnswer>> answers = new ConcurrentLinkedQueue<>();
  private volatile int loginStatus = 200;

  /** The next answer. */
  ScriptedSalesforce then(int status, String body) {
    return then(request -> SimAnswer.json(status, body.getBytes(StandardCharsets.UTF_8)));
  }

  ScriptedSalesforce then(Function<SimRequest, SimAnswer> answer) {
    answers.add(answer);
    return this;
  }

  void refuseLogins() {
    answerLogins(400);
  }

  void answerLogins(int status) {
    loginStatus = status;
  }

  /** What came, logins and questions for the day's calls excepted. */
  List<SimRequest> requests() {
    return requests;
  }

  int logins() {
    return logins.get();
  }

  @Override
  public String name() {
    return "salesforce";
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    if (request.path().endsWith("/oauth2/token")) {
      return login(request);
    }
    if (request.path().endsWith("/oauth2/revoke")) {
      return SimAnswer.empty(200);
    }
    if (request.path().endsWith("/limits/")) {
      return SimAnswer.json(
          200, Map.of("DailyApiRequests", Map.of("Max", 100_000, "Remaining", 100_000)));
    }
    requests.add(request);
    Function<SimRequest, SimAnswer> next = answers.poll();
    return next == null ? failure(500, "UNSCRIPTED", request.path()) : next.apply(request);
  }

  private SimAnswer login(SimRequest request) {
    logins.incrementAndGet();
    if (loginStatus != 200) {
      return SimAnswer.json(
          loginStatus, Map.of("error", "invalid_client", "error_description", "no such app"));
    }
    String host = "http://" + request.header("host").orElseThrow();
    return SimAnswer.json(
        200,
        Map.of(
            "access_token",
            "token-" + logins.get(),
            "instance_url",
            host,
            "id",
            host + "/id/00D000000000001EAA/" + HUB_USER,
            "token_type",
            "Bearer",
            "issued_at",
            "1700000000000",
            "signature",
            "s"));
  }

  @Override
  public Call classify(SimRequest request) {
    return new Call(Operation.OTHER, "scripted");
  }

  @Override
  public SimAnswer failure(int status, String code, String message) {
    return SimAnswer.json(status, List.of(Map.of("errorCode", code, "message", message)));
  }

  @Override
  public SimAnswer rateLimited() {
    return failure(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  @Override
  public SimAnswer command(SimRequest request) {
    throw new IllegalArgumentException("no commands");
  }

  @Override
  public void reset() {
    answers.clear();
    requests.clear();
  }
}
