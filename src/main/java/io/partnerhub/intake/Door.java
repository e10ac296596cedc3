package io.partnerhub.intake;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Inbox;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP listener. One event thread receives; what a doorkeeper and the store do is done by a few
 * workers. Nothing that it receives gets to a Camel route: a route learns that there is something.
 */
public final class Door implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int WORKERS = 8;
  private static final int HEADER_BYTES = 8 * 1024;
  private static final int LINE_BYTES = 1024;
  private static final int CHUNK_BYTES = 8 * 1024;
  private static final int HANDSHAKE_SECONDS = 5;
  private static final int CLOSE_SECONDS = 5;

  private final DoorSettings settings;
  private final List<Path> paths = new ArrayList<>();
  private final Reception reception;
  private Vertx vertx;
  private HttpServer server;

  /**
   * Closed yet.
   *
   * @param secrets gives the part of a doorkeeper's path that nobody can guess, by its name: always
   *     the same
   * @param told is called when hints of a system were stored
   * @param counts gets what becomes of each request
   */
  public Door(
      DoorSettings settings,
      List<Doorkeeper> keepers,
      UnaryOperator<String> secrets,
      Inbox inbox,
      Consumer<SystemName> told,
      DoorCounts counts) {
    this.settings = settings;
    this.reception = new Reception(inbox, told, new Complaints(System::nanoTime), counts);
    for (Doorkeeper keeper : keepers) {
      DoorSettings.Limits limits = settings.limits();
      Allowance allowance = new Allowance(limits.requests(), limits.perSecond(), System::nanoTime);
      paths.add(new Path(keeper, secrets.apply(keeper.name()), allowance));
    }
  }

  /** The path of a doorkeeper, by its name and the part that nobody can guess: a secret. */
  public static String path(String name, String secret) {
    return Path.text(name, secret);
  }

  /** What stands behind the address of the door, by the doorkeepers' names; these are secrets. */
  public Map<String, String> paths() {
    Map<String, String> texts = new LinkedHashMap<>();
    paths.forEach(path -> texts.put(path.keeper().name(), path.text()));
    return texts;
  }

  /** Vert.x without a directory of its own, which a hub that is killed would leave behind. */
  public static VertxOptions fileless() {
    return new VertxOptions()
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  /**
   * Opens it; returns when it listens. Without anything to listen for it stays closed.
   *
   * @throws UncheckedIOException when the port cannot be had
   */
  public void open() {
    if (paths.isEmpty()) {
      return;
    }
    VertxOptions options = fileless().setEventLoopPoolSize(1); // Connections and Visit rely on it
    vertx = Turnstile.before(options, settings.limits());
    Connections connections = new Connections(vertx, settings.limits().patience());
    Room room = new Room(settings.limits().bytes());
    WorkerExecutor workers = vertx.createSharedWorkerExecutor("door", WORKERS);
    server =
        vertx
            .createHttpServer(options())
            .connectionHandler(connections::open)
            .exceptionHandler(broken -> LOG.debug("A connection broke", broken))
            .requestHandler(request -> enter(request, visit(request, connections, room), workers));
    try {
      server.listen().toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      close();
      throw cannotBeHad(e.getCause());
    }
    LOG.info("Listening on {}:{} for what systems tell", settings.host(), port());
  }

  private UncheckedIOException cannotBeHad(Throwable cause) {
    return new UncheckedIOException(
        "hub.http.port: %s:%d cannot be listened on (%s); end what does, or set another"
            .formatted(settings.host(), settings.port(), cause.getMessage()),
        cause instanceof IOException fault ? fault : new IOException(cause));
  }

  private Visit visit(HttpServerRequest request, Connections connections, Room room) {
    return new Visit(vertx, connections, room, settings.limits().longest(), request);
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            .setDecompressionSupported(false)
            .setMaxInitialLineLength(LINE_BYTES)
            .setMaxHeaderSize(HEADER_BYTES)
            .setMaxChunkSize(CHUNK_BYTES)
            .setSslHandshakeTimeout(HANDSHAKE_SECONDS);
    return settings.key() == null
        ? options
        : options.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(settings.key()));
  }

  private void enter(HttpServerRequest request, Visit visit, WorkerExecutor workers) {
    Path asked = null;
    for (Path path : paths) { // all of them, so that the time tells nothing
      asked = path.is(request.path()) ? path : asked;
    }
    if (asked == null) {
      visit.turnAway(reception.refuseUnknown());
    } else {
      visit.receive(asked, reception, workers);
    }
  }

  /** The port that it listens on; 0 while it is closed. */
  public int port() {
    return server == null ? 0 : server.actualPort();
  }

  /** What is being stored at this moment ends; whoever is not answered sends it again. */
  @Override
  public void close() {
    if (vertx == null) {
      return;
    }
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The door did not close in time", e);
    }
    vertx = null;
    server = null;
  }
}
