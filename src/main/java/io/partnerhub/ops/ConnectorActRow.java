package io.partnerhub.ops;

import io.partnerhub.ops.jmx.Described;
import io.partnerhub.sync.ConnectorAct;
import java.time.Instant;
import java.util.Locale;

/** An administrator's act; travels over JMX. */
@Described("What an administrator did to a connector.")
public record ConnectorActRow(
    @Described("When.") Instant at,
    @Described("Name of the system.") String system,
    @Described("paused, resumed, polled, reset or rotated.") String act,
    @Described("Who did it.") String who,
    @Described("Why.") String reason,
    @Described("What exactly was done; null where the act says it all.") String note) {

  static ConnectorActRow of(ConnectorAct act) {
    return new ConnectorActRow(
        act.at(),
        act.system().value(),
        act.act().name().toLowerCase(Locale.ROOT),
        act.by().who(),
        act.by().reason(),
        act.note());
  }
}
