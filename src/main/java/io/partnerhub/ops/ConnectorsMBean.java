package io.partnerhub.ops;

import io.partnerhub.model.SystemName;
import io.partnerhub.ops.jmx.Caller;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.sync.Chooser;
import java.util.List;
import java.util.function.Function;

/** {@code io.partnerhub:type=Connectors}: how each connector stands, and what people do to it. */
@Described(
    "How each connector stands; pause and resume it, poll it now, have it read again. What is done"
        + " is kept with the caller's name.")
public final class ConnectorsMBean {

  /** The MBean's type in its name. */
  public static final String TYPE = "Connectors";

  private static final int MOST_ACTS = 100;

  private final ConnectorsReport report;
  private final ConnectorControl control;
  private final ConnectorActs acts;

  public ConnectorsMBean(ConnectorsReport report, ConnectorControl control, ConnectorActs acts) {
    this.report = report;
    this.control = control;
    this.acts = acts;
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("Each connector: state, circuit breaker, budget, lag and last error.")
  public List<ConnectorRow> connectors() {
    return report.now();
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("How far the sources of a system have been read.")
  public List<SourceRow> sources(@Described("Name of the system.") String system) {
    return acts.sources(new SystemName(system)).stream().map(SourceRow::of).toList();
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("The last 100 acts of administrators, newest first.")
  public List<ConnectorActRow> acts() {
    return acts.newest(MOST_ACTS).stream().map(ConnectorActRow::of).toList();
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Calls a system no more, over a restart too, until it is resumed; nothing is lost.")
  public String pause(
      @Described("Name of the system.") String system,
      @Described("Why; it is kept.") String reason) {
    return acting(reason, by -> control.pause(system, by));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Lets a paused system go on, and polls it.")
  public String resume(
      @Described("Name of the system.") String system,
      @Described("Why; it is kept.") String reason) {
    return acting(reason, by -> control.resume(system, by));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Polls a system now, even one that is left alone because it did not answer.")
  public String pollNow(
      @Described("Name of the system.") String system,
      @Described("Why; it is kept.") String reason) {
    return acting(reason, by -> control.pollNow(system, by));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Has a source of a paused system read again; what did not change stays as it is.")
  public String resetCheckpoint(
      @Described("Name of the system.") String system,
      @Described("The object, sheet or resource, as sources tells it.") String source,
      @Described("start, or the time of change to read from, such as 2026-03-01T08:00:00Z.")
          String to,
      @Described("Why; it is kept.") String reason) {
    return acting(reason, by -> control.resetCheckpoint(system, source, to, by));
  }

  private static String acting(String reason, Function<Chooser, String> act) {
    return Refusals.told(() -> act.apply(new Chooser(Caller.name(), reason)));
  }
}
