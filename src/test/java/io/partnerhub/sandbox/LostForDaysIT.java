package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.Trio.number;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four days in which no call of any system reaches the hub. */
class LostForDaysIT {

  private static final int DAYS = 4;
  private static final String NEVER = "0 0 0 1 1 ? 2099";

  /** Of the systems; it goes on, and a test lets days pass. */
  private static final class Calendar extends Clock {
    private volatile Duration behind = Duration.ofDays(DAYS);

    void aDayPasses() {
      behind = behind.minusDays(1);
    }

    @Override
    public Instant instant() {
      return Instant.now().minus(behind);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("The simulators use UTC");
    }
  }

  @Test
  void nothing_that_was_told_in_vain_is_missing_in_the_end(@TempDir Path dir) {
    Calendar calendar = new Calendar();
    try (Trio trio = new Trio(dir, Trio.PUBLISHED, calendar);
        LogLines log = LogLines.of("io.partnerhub", Level.INFO)) {
      Rig rig = trio.rig();
      rig.set("SALESFORCE_PUBSUB_SERVER", "127.0.0.1:" + rig.simulators().pubSubPort());
      trio.fill().start();
      await().until(() -> rig.org().bus().subscribers() == 1);
      trio.orders().edit(SALESFORCE, number(1), "city", "Heard"); // so that a position is stored
      trio.eventuallyAgreed(trio.orders(), number(1), "city", "Heard");
      rig.stop();

      for (int day = 1; day <= DAYS; day++) {
        calendar.aDayPasses();
        peopleWork(trio, day);
      }
      rig.set("SALESFORCE_SECOND_PASS", NEVER).start();

      await().alias("it listens again").until(() -> rig.org().bus().opened() > 1);
      assertThat(log.lines())
          .anyMatch(line -> line.contains("Change events of Salesforce were missed"));
      trio.allInStep();
      for (int day = 1; day <= DAYS; day++) {
        assertThat(trio.orders().agreed(number(1 + day), "city", "City " + day)).isTrue();
        assertThat(trio.orders().agreed(number(11 + day), "notes", "Note " + day)).isTrue();
        assertThat(trio.orders().agreed(number(21 + day), "carrier", "Carrier " + day)).isTrue();
        assertThat(trio.orders().tracker().find("7000" + day)).isPresent();
        assertThat(trio.partners().agreed(code(day), "contact", "Contact " + day)).isTrue();
      }
    }
  }

  private static void peopleWork(Trio trio, int day) {
    trio.orders().edit(SALESFORCE, number(1 + day), "city", "City " + day);
    trio.orders().edit(SMARTSHEET, number(11 + day), "notes", "Note " + day);
    trio.orders().edit(FULFILLMENT, number(21 + day), "carrier", "Carrier " + day);
    trio.orders().salesforce().add(Trio.order("7000" + day, Trio.partnerOf(day), "Ready"));
    trio.partners().edit(SMARTSHEET, code(day), "contact", "Contact " + day);
  }
}
