package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class SheetFillTest {

  @ParameterizedTest
  @CsvSource({
    "16000, 10, 0.8, 4000",
    "5000, 80, 0.8, 1250",
    "10, 320, 0.8, 1552",
    "20000, 25, 1.0, 0",
    "0, 14, 0.035, 20000"
  })
  void the_nearest_of_the_three_limits_tells_the_share_and_the_room(
      int rows, int columns, double share, int room) {
    SheetFill fill = SheetFill.of("1", "Partners", rows, columns);

    assertThat(fill.share()).isEqualTo(share);
    assertThat(fill.roomForRows()).isEqualTo(room);
  }

  @Test
  void a_sheet_that_passes_four_fifths_is_named_once_with_the_remedy() {
    Logger logger = (Logger) LoggerFactory.getLogger(Fills.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    Fills fills = new Fills();
    Layout layout = Layout.of("4711", "Partners", tenColumns());

    fills.seen(layout, 15_999);
    fills.added(layout, 1);
    fills.added(layout, 100);

    logger.detachAppender(log);
    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getFormattedMessage())
        .contains("\"Partners\"", "4711", "80 %", "spread its records over several sheets");
  }

  private static List<Column> tenColumns() {
    return IntStream.range(0, 10)
        .mapToObj(n -> new Column(n, "C" + n, "TEXT_NUMBER", false, true, null))
        .toList();
  }
}
