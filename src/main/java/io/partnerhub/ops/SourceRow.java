package io.partnerhub.ops;

import io.partnerhub.ops.jmx.Described;
import io.partnerhub.store.ConnectorActs;
import java.time.Instant;

/** How far a source has been read; travels over JMX. */
@Described("How far a source has been read.")
public record SourceRow(
    @Described("Name of the system.") String system,
    @Described("Record type.") String type,
    @Described("The object, sheet or resource.") String source,
    @Described("Whether it was read to its end once.") boolean complete,
    @Described("Its version at the last read; 0 where it has none.") long version,
    @Described(
            "The latest change that was read; null where there is none, or no time of it, or all"
                + " is read again.")
        Instant watermark) {

  static SourceRow of(ConnectorActs.OneSource source) {
    return new SourceRow(
        source.system().value(),
        source.type().name(),
        source.checkpoint().source(),
        source.checkpoint().complete(),
        source.checkpoint().version(),
        source.checkpoint().isReadAnew() ? null : source.checkpoint().watermark());
  }
}
