package io.partnerhub.ops;

import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;

/** {@code io.partnerhub:type=Sync}: how the hub stands. */
@Described("How the hub stands, and why a record has its values.")
public final class SyncMBean {

  /** The MBean's type in its name. */
  public static final String TYPE = "Sync";

  private final StatusReport status;

  public SyncMBean(StatusReport status) {
    this.status = status;
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("How the hub stands now; counted anew each time it is read.")
  public Status status() {
    return status.now();
  }
}
