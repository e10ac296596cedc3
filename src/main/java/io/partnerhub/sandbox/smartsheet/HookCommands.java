package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.smartsheet.hook.Hook;
import io.partnerhub.sandbox.smartsheet.hook.HookSettings;
import io.partnerhub.sandbox.smartsheet.hook.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/**
 * {@link HookControls} over HTTP, under {@code /__sim/hooks}.
 *
 * <pre>
 * GET   hooks                       their ids, sheets and states
 * POST  hooks/settings  {debounceMillis, delayMillis, timeOutMillis, loopback, dropping}
 * POST  hooks/state     {hook, status, told}     such as DISABLED_CALLBACK_FAILED
 * POST  hooks/access    {sheet, visible}
 * </pre>
 */
final class HookCommands {

  static final String PREFIX = " hooks";

  private final HookControls controls;

  HookCommands(HookControls controls) {
    this.controls = controls;
  }

  /**
   * Carries a command out.
   *
   * @throws IllegalArgumentException for a command that cannot be carried out
   */
  Object run(String command, CommandBody body) {
    switch (command) {
      case "GET hooks" -> {
        return Map.of("hooks", controls.all().stream().map(HookCommands::shown).toList());
      }
      case "POST hooks/settings" -> settings(body);
      case "POST hooks/state" ->
          controls.put(
              Long.parseLong(body.text("hook")),
              status(body.text("status")),
              body.json().path("told").asBoolean(true));
      case "POST hooks/access" ->
          controls.accessible(body.sheet(), body.json().path("visible").asBoolean(true));
      default -> throw new IllegalArgumentException("there is no command " + command);
    }
    return Map.of("done", true);
  }

  private static Map<String, Object> shown(Hook hook) {
    return Map.of("id", hook.id(), "sheet", hook.plan().sheetId(), "status", hook.status().name());
  }

  private static Status status(String name) {
    return Arrays.stream(Status.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a status is " + Arrays.toString(Status.values())));
  }

  private void settings(CommandBody body) {
    HookSettings settings = controls.settings();
    for (Iterator<String> names = body.json().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode value = body.json().get(name);
      switch (name) {
        case "debounceMillis" -> settings.debounce(Duration.ofMillis(body.number(name)));
        case "delayMillis" -> settings.delay(Duration.ofMillis(body.number(name)));
        case "timeOutMillis" -> settings.timeOut(Duration.ofMillis(body.number(name)));
        case "loopback" -> settings.loopback(value.asBoolean());
        case "dropping" -> settings.dropping(value.asBoolean());
        default -> throw new IllegalArgumentException("there is no setting \"" + name + "\"");
      }
    }
  }
}
