package io.partnerhub.config;

import java.time.Duration;
import java.util.List;

/** The keys of who is told of dead letters, and how. */
final class EscalationKeys {

  static final Key<Duration> EVERY =
      Key.withDefault(
          "escalation.every",
          Type.DURATION,
          "15m",
          "At most one message in so long on the same system and reason, each way.");
  static final Key<String> MAIL_TO =
      Key.optional(
          "escalation.mail.to",
          Type.TEXT,
          "Who is mailed about dead letters, with commas between several; nobody unless set.",
          "ops@example.com");
  static final Key<String> MAIL_FROM =
      Key.depends(
          "escalation.mail.from",
          Type.TEXT,
          "The sender of these mails; needed for escalation.mail.to.",
          "partner-hub@example.com");
  static final Key<HostPort> MAIL_SERVER =
      Key.depends(
          "escalation.mail.server",
          Type.SERVER,
          "The SMTP server, as host:port; needed for escalation.mail.to.",
          "smtp.example.com:587");
  static final Key<String> MAIL_SECURITY =
      Key.withDefault(
          "escalation.mail.security",
          Type.MAIL_SECURITY,
          "starttls",
          "How the mail server is spoken to: starttls, tls, or none, which takes no password.");
  static final Key<String> MAIL_USER =
      Key.optional(
          "escalation.mail.user",
          Type.TEXT,
          "User of the mail server, where it asks for one.",
          "partner-hub");
  static final Key<Secret> MAIL_PASSWORD =
      Key.depends(
          "escalation.mail.password",
          Type.SECRET,
          "That user's password; needed for escalation.mail.user.",
          "…");
  static final Key<Secret> CHAT_URL =
      Key.optional(
          "escalation.chat.url",
          Type.SECRET_ADDRESS,
          "Webhook of a chat, which {\"text\": …} about dead letters is posted to; a secret, as"
              + " whoever knows it can post.",
          "https://chat.example.com/hooks/T0123");
  static final Key<Boolean> TASK =
      Key.withDefault(
          "escalation.salesforce-task",
          Type.SWITCH,
          "off",
          "Whether an account's owner gets a task in Salesforce about what people can mend: on or"
              + " off.");

  static final List<Key<?>> ALL =
      List.of(
          EVERY,
          MAIL_TO,
          MAIL_FROM,
          MAIL_SERVER,
          MAIL_SECURITY,
          MAIL_USER,
          MAIL_PASSWORD,
          CHAT_URL,
          TASK);

  private EscalationKeys() {}
}
