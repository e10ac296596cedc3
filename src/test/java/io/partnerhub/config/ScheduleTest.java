package io.partnerhub.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void a_period_is_the_interval_of_a_quartz_endpoint() throws Exception {
    assertThat(endpoint(Parsers.schedule("30s")).getTriggerParameters())
        .containsEntry("repeatInterval", "30000");
  }

  @Test
  void a_cron_expression_reaches_quartz_as_it_was_written() throws Exception {
    String expression = "0 0/5 8-18 ? * MON#1,FRI";

    assertThat(endpoint(Parsers.schedule(expression)).getCron()).isEqualTo(expression);
  }

  private static QuartzEndpoint endpoint(Schedule schedule) throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      return camel.getEndpoint("quartz:x?" + schedule.quartzParameters(), QuartzEndpoint.class);
    }
  }
}
