package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What logback.xml makes of the hub's and the libraries' events. */
class LoggingTest {

  @Test
  void json_is_one_line_an_event_whatever_the_message_holds() throws Exception {
    String out =
        logged(
            "json",
            "info",
            log ->
                log.getLogger("io.partnerhub.sync.read.Pull")
                    .warn("first\nsecond", new Error("x")));

    assertThat(out.lines()).hasSize(1);
    JsonNode event = new ObjectMapper().readTree(out);
    assertThat(event.get("message").textValue()).isEqualTo("first\nsecond");
    assertThat(event.get("level").textValue()).isEqualTo("WARN");
    assertThat(event.get("time").textValue()).endsWith("Z");
  }

  @Test
  void plain_text_of_outsiders_cannot_begin_a_line_or_colour_a_terminal() throws Exception {
    String out =
        logged(
            "plain",
            "info",
            log -> log.getLogger("io.partnerhub.Hub").info("a\r\nb\u001b[31mred \u00e9"));

    assertThat(out)
        .containsPattern("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  Hub: a  b \\[31mred é\\R$");
  }

  @Test
  void libraries_stay_quiet_when_the_hub_debugs() throws Exception {
    String out =
        logged(
            "plain",
            "debug",
            log -> {
              log.getLogger("org.apache.camel.http").debug("Authorization: Bearer secret");
              log.getLogger("org.quartz.core").info("started");
              log.getLogger("io.partnerhub.step.Claim").debug("claimed 3");
            });

    assertThat(out.lines()).singleElement().asString().endsWith("Claim: claimed 3");
  }

  private static String logged(String format, String level, Consumer<LoggerContext> events)
      throws JoranException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("hub.log.format", format);
    context.putProperty("HUB_LOG_LEVEL", level);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
    try {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(LoggingTest.class.getResource("/logback.xml"));
      events.accept(context);
    } finally {
      context.stop();
      System.setOut(out);
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
