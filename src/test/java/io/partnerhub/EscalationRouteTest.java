package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.partnerhub.config.EscalationSettings;
import io.partnerhub.config.EscalationSettings.Mail;
import io.partnerhub.config.EscalationSettings.Security;
import io.partnerhub.config.HostPort;
import io.partnerhub.config.Secret;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.EscalationHealth;
import io.partnerhub.sandbox.FreePort;
import io.partnerhub.step.Alert;
import io.partnerhub.step.EscalationStep;
import io.partnerhub.step.LoggedAlert;
import io.partnerhub.step.ToldAlert;
import io.partnerhub.store.Alerts;
import io.partnerhub.store.Digest;
import io.partnerhub.store.Escalations;
import io.partnerhub.store.SomeLetters;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.SystemUnavailable;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published route, against servers of our own that speak SMTP and HTTP. */
class EscalationRouteTest {

  private static final String HUSH = "/hooks/T0-hush?key=hush";

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final SomeLetters letters = new SomeLetters();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(FreePort.find(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Chat chat = new Chat();
  private final Tasks tasks = new Tasks();
  private final Escalations escalations =
      new Escalations(TestStore.dataSource(), clock, Duration.ofMinutes(15));
  private Main main;

  /** A chat that answers what it is told to. */
  private static final class Chat {
    private final HttpServer server;
    final List<String> posts = new CopyOnWriteArrayList<>();
    volatile int status = 200;

    Chat() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      server.createContext(
          "/",
          call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String type = call.getRequestHeaders().getFirst("Content-Type");
            posts.add(
                call.getRequestMethod() + " " + call.getRequestURI() + " " + type + " " + body);
            call.sendResponseHeaders(status, -1);
            call.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + HUSH;
    }
  }

  /** Takes tasks as Salesforce's connector does; that one is tested by itself. */
  public static final class Tasks {
    final List<String> made = new CopyOnWriteArrayList<>();
    final List<String> marks = new CopyOnWriteArrayList<>();
    volatile boolean away;

    public void make(
        String account,
        String subject,
        String description,
        String priority,
        String mark,
        int attempt) {
      marks.add(attempt + " " + mark);
      if (away) {
        throw new SystemUnavailable(
            new Outcome.Reason(ReasonClass.CONNECTION, "NO_ANSWER", "no answer came"),
            null,
            new IOException("HttpConnection@1"));
      }
      made.add(account + " | " + subject + " | " + priority + " | " + description);
    }
  }

  @BeforeEach
  void start() throws Exception {
    TestStore.empty(clock);
    mail.start();
    EscalationWays ways = new EscalationWays(settings());
    main = new Main();
    main.configure()
        .withRoutesIncludePattern(
            "file:routes/escalate.camel.yaml,file:routes/escalate-salesforce.camel.yaml");
    ways.properties().forEach(main::addInitialProperty);
    main.init();
    ways.addTo(main.getCamelContext());
    main.bind("escalation", new EscalationStep(escalations, alerts(ways.on()), ways.on()));
    main.bind("ownerTasks", tasks);
    AdviceWith.adviceWith(
        main.getCamelContext(), "escalate", route -> route.replaceFromWith("direct:minute"));
    main.start();
  }

  private Alerts alerts(Set<Digest.Way> ways) {
    return new Alerts(TestStore.dataSource(), clock, Duration.ofMinutes(15), ways);
  }

  private EscalationSettings settings() {
    HostPort server = new HostPort("127.0.0.1", mail.getSmtp().getPort());
    return new EscalationSettings(
        Duration.ofMinutes(15),
        Optional.of(
            new Mail(
                "ops+hub@example.com,kim@example.com",
                "hub@example.com",
                server,
                Security.NONE,
                Optional.empty())),
        Optional.of(new Secret(chat.url())),
        true);
  }

  @AfterEach
  void stop() {
    main.stop();
    mail.stop();
    chat.server.stop(0);
  }

  private void aMinutePasses() throws Exception {
    main.getCamelTemplate().sendBody("direct:minute", null);
  }

  @Test
  void a_digest_is_mailed_posted_and_made_a_task() throws Exception {
    letters.anOrderOf(1, 11, "001000000000011AAA");
    letters.open("fulfillment", "VALUE", 1, "O1", "Refused \"shipTo\":\r\nBcc: not – served");

    aMinutePasses();

    MimeMessage[] mails = mail.getReceivedMessages();
    assertThat(mails).hasSize(2); // one for each of whom it is to
    assertThat(mails[0].getSubject())
        .isEqualTo("Partner Hub: 1 write could not be made to fulfillment: value");
    assertThat(mails[0].getFrom()[0]).hasToString("hub@example.com");
    assertThat(mails[0].getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ops+hub@example.com", "kim@example.com");
    assertThat(mails[0].getContent().toString().replace("\r\n", "\n"))
        .contains("- order O1: Refused \"shipTo\": Bcc: not – served\n")
        .contains("Who can put it right: the record's owner.");
    assertThat(chat.posts)
        .singleElement()
        .asString()
        .startsWith("POST " + HUSH + " application/json {\"text\":\"1 write could not be made")
        .contains("Refused \\\"shipTo\\\": Bcc");
    assertThat(tasks.made)
        .singleElement()
        .asString()
        .startsWith(
            "001000000000011AAA | 1 write could not be made to fulfillment: value | Normal | ");
    assertThat(letters.messages())
        .containsExactlyInAnyOrder(
            "MAIL fulfillment VALUE SENT 1",
            "CHAT fulfillment VALUE SENT 1",
            "TASK fulfillment VALUE SENT 1");
  }

  @Test
  void a_way_that_fails_stops_no_other_is_shown_and_tried_again() throws Exception {
    letters.open("salesforce", "CONNECTION", 1, "O1", "not reached");
    mail.stop();
    chat.status = 500;

    aMinutePasses();

    assertThat(escalations.failing())
        .extracting(Escalations.Standing::failing)
        .containsExactly(1, 1);
    assertThat(escalations.failing().toString()).contains("500").doesNotContain("hush");
    assertThat(new EscalationHealth(escalations).call())
        .extracting(HealthCheck.Result::getState)
        .isEqualTo(HealthCheck.State.DOWN);

    mail.start();
    chat.status = 200;
    clock.advance(Duration.ofMinutes(1));
    aMinutePasses();

    assertThat(letters.messages())
        .containsExactlyInAnyOrder(
            "MAIL salesforce CONNECTION SENT 2", "CHAT salesforce CONNECTION SENT 2");
    assertThat(chat.posts).hasSize(2);
    assertThat(new EscalationHealth(escalations).call().getState()).isEqualTo(HealthCheck.State.UP);
  }

  @Test
  void a_task_is_tried_again_under_the_same_mark_whatever_its_text_says_by_then() throws Exception {
    letters.anOrderOf(1, 11, "001000000000011AAA");
    letters.open("fulfillment", "VALUE", 1, "O1", "Refused shipTo");
    tasks.away = true;
    aMinutePasses();
    assertThat(escalations.failing())
        .singleElement()
        .extracting(Escalations.Standing::lastError)
        .isEqualTo("NO_ANSWER: no answer came");
    tasks.away = false;
    clock.advance(Duration.ofMinutes(1));
    aMinutePasses();

    assertThat(tasks.made).hasSize(1);
    assertThat(tasks.marks).hasSize(2);
    assertThat(tasks.marks.get(0)).startsWith("1 [Partner Hub ");
    assertThat(tasks.marks.get(1)).isEqualTo(tasks.marks.get(0).replaceFirst("1", "2"));
  }

  @Test
  void a_system_that_is_left_alone_is_mailed_and_posted_and_makes_no_task() throws Exception {
    Alert alert = new ToldAlert(alerts(EnumSet.allOf(Digest.Way.class)), new LoggedAlert());
    alert.raise(Alert.Event.AWAY, SystemName.SALESFORCE, "503: down\r\nBcc: x", clock.instant());
    chat.status = 500;

    aMinutePasses();

    assertThat(mail.getReceivedMessages()[0].getSubject())
        .isEqualTo("Partner Hub: salesforce is away");
    assertThat(mail.getReceivedMessages()[0].getContent().toString())
        .contains("salesforce is away since 2026-03-02T09:00:00Z: 503: down Bcc: x");
    assertThat(escalations.failing())
        .extracting(Escalations.Standing::way)
        .containsExactly(Digest.Way.CHAT);

    chat.status = 200;
    clock.advance(Duration.ofMinutes(1));
    aMinutePasses();

    assertThat(chat.posts).last().asString().contains("salesforce is away");
    assertThat(mail.getReceivedMessages()).hasSize(2); // the one message, to each of two people
    assertThat(escalations.failing()).isEmpty();
    assertThat(tasks.made).isEmpty();
  }

  @Test
  void no_endpoint_of_camel_holds_the_webhook() {
    assertThat(main.getCamelContext().getEndpoints()).noneMatch(e -> e.toString().contains("hush"));
  }

  @Test
  void with_nothing_set_no_way_is_on_and_the_route_starts_all_the_same() {
    EscalationSettings off =
        new EscalationSettings(Duration.ofMinutes(15), Optional.empty(), Optional.empty(), false);

    assertThat(new EscalationWays(off).on()).isEmpty();
    assertThat(new EscalationWays(off).properties().keySet())
        .isEqualTo(new EscalationWays(settings()).properties().keySet());
  }
}
