package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells the log, one line an event, by which monitoring can find it. */
public final class LoggedAlert implements Alert {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedAlert.class);

  @Override
  public void raise(Event event, SystemName system, String why, Instant until) {
    LoggingEventBuilder line =
        LOG.atLevel(isTrouble(event) ? Level.WARN : Level.INFO)
            .addKeyValue("event", "connector-" + event.name().toLowerCase(Locale.ROOT))
            .addKeyValue("system", system.value());
    switch (event) {
      case AWAY -> line.log("{} is left alone, and asked again from {} on: {}", system, until, why);
      case BACK -> line.log("{} answers again; it was away: {}", system, why);
      case IMPAIRED -> line.log("{} answers, but cannot be read wholly: {}", system, why);
      case WHOLE -> line.log("{} can be read wholly again; it could not be: {}", system, why);
      case PAUSED -> line.log("{} is paused: {}", system, why);
      case POLLED -> line.log("{} is polled, from {} on listened to again: {}", system, until, why);
      case HEARD -> line.log("{} is listened to again: {}", system, why);
      default -> line.log("{} goes on: {}", system, why);
    }
  }

  private static boolean isTrouble(Event event) {
    return switch (event) {
      case AWAY, IMPAIRED, PAUSED, POLLED -> true;
      case BACK, WHOLE, RESUMED, HEARD -> false;
    };
  }
}
