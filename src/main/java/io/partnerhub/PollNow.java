package io.partnerhub;

import io.partnerhub.model.SystemName;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.JobKey;
import org.quartz.SchedulerException;

/** Fires the poll of a system now, by its own route, so that the writers are woken as ever. */
final class PollNow implements Consumer<SystemName> {

  /** The group of the triggers in routes/pull-*.camel.yaml; their names are the systems'. */
  private static final String GROUP = "pull";

  private final CamelContext context;

  PollNow(CamelContext context) {
    this.context = context;
  }

  /** Returns at once; a poll that is under way ends first. */
  @Override
  public void accept(SystemName system) {
    try {
      context
          .getComponent("quartz", QuartzComponent.class)
          .getScheduler()
          .triggerJob(new JobKey(system.value(), GROUP));
    } catch (SchedulerException e) {
      throw new IllegalStateException("The poll of " + system + " cannot be fired", e);
    }
  }
}
