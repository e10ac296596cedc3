package io.partnerhub.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** When something happens again and again: after a period, or at the times of a cron expression. */
public sealed interface Schedule {

  /** The parameters of a Camel Quartz endpoint, as they stand behind its question mark. */
  String quartzParameters();

  /**
   * After a period, the first time at once.
   *
   * @param period at least a millisecond
   */
  record Every(Duration period) implements Schedule {
    @Override
    public String quartzParameters() {
      return "trigger.repeatInterval=" + period.toMillis();
    }
  }

  /** At the times of a Quartz cron expression. */
  record Cron(String expression) implements Schedule {
    @Override
    public String quartzParameters() {
      return "cron=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
    }
  }
}
