package io.partnerhub;

import io.partnerhub.deadletter.Jobs;
import io.partnerhub.intake.Door;
import io.partnerhub.mapping.Fault;
import io.partnerhub.ops.jmx.LoopbackConnector;
import io.partnerhub.step.Availability;
import io.partnerhub.step.MappingGate;
import io.partnerhub.store.Database;
import io.partnerhub.store.Figures;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A constructed hub: checks the mappings against the systems, runs the routes, drains on close. */
public final class Hub implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

  private final Main main;
  private final Database database;
  private final List<MappingGate> gates;
  private final List<Availability> availabilities;
  private final Figures figures;
  private final PublicDoor door;
  private final LoopbackConnector jmx;
  private final Jobs jobs;
  private final Drain drain;
  private final AtomicBoolean closed = new AtomicBoolean();

  Hub(
      Main main,
      Database database,
      List<MappingGate> gates,
      List<Availability> availabilities,
      Figures figures,
      PublicDoor door,
      LoopbackConnector jmx,
      Jobs jobs,
      Drain drain) {
    this.main = main;
    this.database = database;
    this.gates = gates;
    this.availabilities = availabilities;
    this.figures = figures;
    this.door = door;
    this.jmx = jmx;
    this.jobs = jobs;
    this.drain = drain;
  }

  /**
   * What in the mappings does not fit the systems; a system that is away is checked once it
   * answers, and not read or written before.
   */
  public List<Fault> mappingFaults() {
    List<Fault> faults = new ArrayList<>();
    for (MappingGate gate : gates) {
      try {
        faults.addAll(gate.faults());
      } catch (SystemUnavailable e) {
        LOG.warn("The mappings are checked later: {}", e.getMessage());
      }
    }
    return faults;
  }

  /** Starts the routes, and lets commands in; returns when they run. */
  public void start() {
    try {
      main.getCamelContext().getRouteController().startAllRoutes();
      // The triggers fired before, when nobody listened: the routes wait for the mappings' check.
      PollNow now = new PollNow(main.getCamelContext());
      availabilities.forEach(availability -> now.accept(availability.system()));
    } catch (Exception e) {
      throw new IllegalStateException("The routes cannot be started: " + e.getMessage(), e);
    }
    door.open();
    jmx.start(); // takes half a second, for which no first poll is to wait
  }

  /** What the store holds, counted. */
  public Figures figures() {
    return figures;
  }

  /** Whether each system answers. */
  public List<Availability> availabilities() {
    return availabilities;
  }

  /** Where systems tell what changed; its port is 0 unless it is open. */
  public Door door() {
    return door.door();
  }

  /** Where the routes and the beans of their steps are. */
  CamelContext camel() {
    return main.getCamelContext();
  }

  /** Where the store is, without user and password. */
  public String storeAddress() {
    return database.address();
  }

  boolean isClosed() {
    return closed.get();
  }

  /** Lets the calls under way end, then stops the routes and the store; once. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    Closing.all(door::close, jmx::close, jobs::close, drain::run, database::close);
  }
}
