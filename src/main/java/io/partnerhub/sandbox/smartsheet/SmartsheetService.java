package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import io.partnerhub.sandbox.smartsheet.hook.HookSettings;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The Smartsheet API 2.0 under {@code /2.0}, in memory. Empty at the start. */
public final class SmartsheetService implements SimulatedService {

  /** [I] Servers refuse request lines above 8 KB: about 480 row ids. */
  private static final int LONGEST_URI = 8_000;

  private static final int USUAL_SERVER_ERROR = 4000;

  private final Clock clock;
  private final long seed;
  private final String token;
  private final String apiUser;
  private final Supplier<HookSettings> hookSettings;
  private volatile Account account;

  private record Account(Workspace workspace, Router router) {}

  /**
   * @param clock the time of the service; answers show whole seconds, UTC
   * @param seed ids are the same for the same seed and calls
   * @param token the access token of the hub
   * @param apiUser the e-mail of the user that the token belongs to
   */
  public SmartsheetService(Clock clock, long seed, String token, String apiUser) {
    this(clock, seed, token, apiUser, HookSettings::new);
  }

  /**
   * The same with callbacks of another manner.
   *
   * @param hookSettings at the start, and again after a reset
   */
  public SmartsheetService(
      Clock clock, long seed, String token, String apiUser, Supplier<HookSettings> hookSettings) {
    this.clock = clock;
    this.seed = seed;
    this.token = token;
    this.apiUser = apiUser;
    this.hookSettings = hookSettings;
    reset();
  }

  @Override
  public String name() {
    return "smartsheet";
  }

  @Override
  public void stop() {
    account.workspace().hooks().close();
  }

  @Override
  public void reset() {
    if (account != null) {
      stop();
    }
    Workspace workspace = new Workspace(clock, seed, hookSettings.get());
    workspace.tokens().issue(token, workspace.people().of(apiUser));
    List<Route> routes =
        Stream.of(
                new SheetEndpoints(workspace).routes(),
                new ColumnEndpoints(workspace).routes(),
                new RowEndpoints(workspace).routes(),
                new HookEndpoints(workspace).routes())
            .flatMap(List::stream)
            .toList();
    account = new Account(workspace, new Router(routes));
  }

  /** What people do at their screens. To be fetched again after a reset. */
  public Desk desk() {
    return new Desk(account.workspace(), account.workspace().people().of(apiUser));
  }

  /** What goes wrong on command. To be fetched again after a reset. */
  public Controls controls() {
    return new Controls(account.workspace(), token);
  }

  /** Webhooks, and what goes wrong with them. To be fetched again after a reset. */
  public HookControls hooks() {
    return new HookControls(account.workspace());
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    if (request.uriBytes() > LONGEST_URI) {
      return SimAnswer.html(414, "<html><body><h1>414 Request-URI Too Large</h1></body></html>");
    }
    try {
      return admitted(request, account);
    } catch (ApiError e) {
      return Answers.error(e);
    }
  }

  private static SimAnswer admitted(SimRequest request, Account account) {
    Workspace workspace = account.workspace();
    String token = Tokens.of(request.header("authorization").orElse(null));
    Person caller = workspace.tokens().owner(token);
    int weight = account.router().route(request).map(Route::weight).orElse(1);
    int limit = workspace.settings().requestsPerMinute();
    workspace.rateLimit().spend(token, weight, limit, workspace.millis());
    Router.Found found = account.router().find(request);
    return found.route().handler().apply(new ApiCall(request, found.ids(), caller));
  }

  @Override
  public Call classify(SimRequest request) {
    return account
        .router()
        .route(request)
        .map(route -> new Call(route.operation(), route.name()))
        .orElse(new Call(Operation.OTHER, "other"));
  }

  @Override
  public SimAnswer failure(int status, String code, String message) {
    int number = code.matches("\\d{1,9}") ? Integer.parseInt(code) : USUAL_SERVER_ERROR;
    return Answers.error(new ApiError(status, number, message));
  }

  @Override
  public SimAnswer rateLimited() {
    return Answers.error(ErrorCode.RATE_LIMIT.with());
  }

  @Override
  public SimAnswer command(SimRequest request) {
    return new Commands(desk(), controls(), hooks()).answer(request);
  }
}
