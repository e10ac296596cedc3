package io.partnerhub;

import io.partnerhub.config.EscalationSettings;
import io.partnerhub.config.EscalationSettings.Mail;
import io.partnerhub.config.EscalationSettings.Security;
import io.partnerhub.connector.Http;
import io.partnerhub.store.Digest;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;

/**
 * The endpoints by which people are told of dead letters. What is secret stays below them: no
 * address, message or JMX view of Camel holds it.
 */
final class EscalationWays {

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  /** Nobody is told there: no message is made for a way that is switched off. */
  private static final String NOWHERE = "127.0.0.1:9";

  private final EscalationSettings settings;

  EscalationWays(EscalationSettings settings) {
    this.settings = settings;
  }

  /** Those that are switched on. */
  Set<Digest.Way> on() {
    Set<Digest.Way> on = EnumSet.noneOf(Digest.Way.class);
    settings.mail().ifPresent(m -> on.add(Digest.Way.MAIL));
    settings.chat().ifPresent(c -> on.add(Digest.Way.CHAT));
    if (settings.task()) {
      on.add(Digest.Way.TASK);
    }
    return on;
  }

  /** What the route names its endpoints by. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("escalation.mail.endpoint", "smtp://" + NOWHERE);
    properties.put("escalation.mail.to", "nobody");
    properties.put("escalation.mail.from", "nobody");
    properties.put("escalation.chat.endpoint", "hub-chat://http://" + NOWHERE);
    settings
        .mail()
        .ifPresent(
            mail -> {
              properties.put("escalation.mail.endpoint", protocol(mail) + "://" + mail.server());
              properties.put("escalation.mail.to", mail.to());
              properties.put("escalation.mail.from", mail.from());
            });
    settings
        .chat()
        .map(url -> URI.create(url.value()))
        .ifPresent(
            url ->
                properties.put(
                    "escalation.chat.endpoint",
                    "hub-chat://" + url.getScheme() + "://" + url.getRawAuthority()));
    return properties;
  }

  void addTo(CamelContext context) {
    settings.mail().ifPresent(mail -> context.addComponent(protocol(mail), component(mail)));
    HttpComponent chat = Http.component(LONGEST_SILENCE, () -> null);
    settings.chat().ifPresent(url -> chat.setHttpClientConfigurer(to(URI.create(url.value()))));
    context.addComponent("hub-chat", chat);
  }

  private static String protocol(Mail mail) {
    return mail.security() == Security.TLS ? "smtps" : "smtp";
  }

  private static MailComponent component(Mail mail) {
    String keys = "mail." + protocol(mail) + ".";
    String silence = Long.toString(LONGEST_SILENCE.toMillis());
    Properties properties = new Properties();
    for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty(keys + timeout, silence);
    }
    properties.setProperty(keys + "ssl.checkserveridentity", "true");
    if (mail.security() == Security.STARTTLS) {
      properties.setProperty(keys + "starttls.enable", "true");
      properties.setProperty(keys + "starttls.required", "true"); // else it would go on in clear
    }
    MailConfiguration configuration = new MailConfiguration();
    configuration.setAdditionalJavaMailProperties(properties);
    mail.login()
        .ifPresent(
            login -> {
              configuration.setUsername(login.user());
              configuration.setPassword(login.password().value());
            });
    return new MailComponent(configuration);
  }

  /** The webhook's path, which is its secret. */
  private static HttpClientConfigurer to(URI webhook) {
    String query = webhook.getRawQuery() == null ? "" : "?" + webhook.getRawQuery();
    String path = webhook.getRawPath() + query;
    return client ->
        client.addRequestInterceptorLast((request, entity, call) -> request.setPath(path));
  }
}
