package io.partnerhub.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is told of dead letters.
 *
 * @param every at most one message in so long on the same system and reason, each way
 * @param mail empty where nobody is mailed
 * @param chat the webhook to post to; empty where there is none
 * @param task whether an account's owner gets a task in Salesforce
 */
public record EscalationSettings(
    Duration every, Optional<Mail> mail, Optional<Secret> chat, boolean task) {

  /**
   * How to mail.
   *
   * @param to with commas between several
   * @param login empty where the server asks for none
   */
  public record Mail(
      String to, String from, HostPort server, Security security, Optional<Login> login) {}

  /** A user of the mail server. */
  public record Login(String user, Secret password) {}

  /** How the mail server is spoken to. */
  public enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  static EscalationSettings from(ConfigReader reader, List<String> faults) {
    return new EscalationSettings(
        reader.read(EscalationKeys.EVERY),
        mail(reader, faults),
        Optional.ofNullable(reader.read(EscalationKeys.CHAT_URL)),
        Boolean.TRUE.equals(reader.read(EscalationKeys.TASK)));
  }

  private static Optional<Mail> mail(ConfigReader reader, List<String> faults) {
    String to = reader.read(EscalationKeys.MAIL_TO);
    String security = reader.read(EscalationKeys.MAIL_SECURITY);
    if (to == null) {
      return Optional.empty();
    }
    String because = EscalationKeys.MAIL_TO.name() + " is set";
    String from = reader.require(EscalationKeys.MAIL_FROM, because);
    HostPort server = reader.require(EscalationKeys.MAIL_SERVER, because);
    Optional<Login> login = login(reader);
    Security secured =
        security == null ? null : Security.valueOf(security.toUpperCase(Locale.ROOT));
    if (secured == Security.NONE && login.isPresent()) {
      faults.add(
          EscalationKeys.MAIL_SECURITY.name()
              + " is none, which would send the password in clear. Write starttls or tls");
    }
    return Optional.of(new Mail(to, from, server, secured, login));
  }

  private static Optional<Login> login(ConfigReader reader) {
    return Optional.ofNullable(reader.read(EscalationKeys.MAIL_USER))
        .map(
            user ->
                new Login(
                    user,
                    reader.require(
                        EscalationKeys.MAIL_PASSWORD,
                        EscalationKeys.MAIL_USER.name() + " is set")));
  }
}
