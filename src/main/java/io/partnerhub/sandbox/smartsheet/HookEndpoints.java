package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.smartsheet.hook.Hook;
import io.partnerhub.sandbox.smartsheet.hook.Hooks;
import io.partnerhub.sandbox.smartsheet.hook.Plan;
import io.partnerhub.sandbox.smartsheet.hook.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Webhooks: each is seen by its owner alone. */
final class HookEndpoints {

  private static final Set<String> READ_ONLY =
      Set.of("id", "status", "sharedSecret", "stats", "createdAt", "modifiedAt", "disabledDetails");
  private static final Set<String> TO_MAKE =
      Set.of("name", "callbackUrl", "scope", "scopeObjectId", "events", "version", "subscope");

  private static final Set<String> TO_CHANGE =
      Set.of("name", "callbackUrl", "events", "version", "enabled");

  /** Scope and subscope are made with it and never change. */
  private static final Set<String> FIXED =
      Stream.concat(READ_ONLY.stream(), Stream.of("scope", "scopeObjectId", "subscope"))
          .collect(Collectors.toUnmodifiableSet());

  private final Workspace workspace;
  private final Hooks hooks;

  HookEndpoints(Workspace workspace) {
    this.workspace = workspace;
    this.hooks = workspace.hooks();
  }

  List<Route> routes() {
    return List.of(
        Route.read("/webhooks", this::list),
        Route.write("POST", "/webhooks", this::make),
        Route.read("/webhooks/{webhookId}", this::get),
        Route.write("PUT", "/webhooks/{webhookId}", this::change),
        Route.write("DELETE", "/webhooks/{webhookId}", this::delete),
        Route.write("POST", "/webhooks/{webhookId}/resetSharedSecret", this::resetSecret));
  }

  /** By name, then by when they were made. */
  private SimAnswer list(ApiCall call) {
    Page page = Page.ofList(call.request(), workspace.settings());
    List<Hook> mine =
        hooks.ofOwner(call.caller().id()).stream()
            .sorted(
                Comparator.comparing((Hook h) -> h.plan().name())
                    .thenComparingLong(Hook::createdMillis))
            .toList();
    return SimAnswer.json(
        200,
        page.listing(
            mine,
            (json, hook) -> {
              json.writeStartObject();
              HookJson.fields(json, hook, false);
              json.writeEndObject();
            }));
  }

  private SimAnswer make(ApiCall call) {
    JsonNode body = call.body();
    Attributes.only(body, "webhook", TO_MAKE, READ_ONLY);
    HookBody.common(body, true);
    String name = HookBody.name(body, true);
    String url = HookBody.url(body, true, hooks.settings().loopback());
    Sheet sheet = HookBody.scope(body, workspace);
    Plan plan = new Plan(name, url, sheet.id(), HookBody.columns(body, sheet), call.caller().id());
    return shown(hooks.make(plan), true);
  }

  private SimAnswer get(ApiCall call) {
    Hook hook = hook(call);
    return SimAnswer.json(200, Json.object(json -> HookJson.fields(json, hook, false)));
  }

  private SimAnswer change(ApiCall call) {
    Hook hook = hook(call);
    JsonNode body = call.body();
    Attributes.only(body, "webhook", TO_CHANGE, FIXED);
    HookBody.common(body, false);
    String name = HookBody.name(body, false);
    String url = HookBody.url(body, false, hooks.settings().loopback());
    hooks.rename(hook, name, url);
    if (body.hasNonNull("enabled")) {
      enable(hook, Attributes.flag(body, "enabled"));
    }
    return shown(hook, false);
  }

  private void enable(Hook hook, boolean enabled) {
    if (!enabled) {
      hooks.put(hook, Status.DISABLED_BY_OWNER, false);
      return;
    }
    switch (hook.status()) {
      case DISABLED_APP_REVOKED -> throw ErrorCode.APP_REVOKED.with();
      case DISABLED_ADMINISTRATIVE -> throw ErrorCode.SUPPORT_DISABLED.with();
      case DISABLED_SCOPE_INACCESSIBLE ->
          throw ErrorCode.SCOPE_NOT_FOUND.with("sheet", hook.plan().sheetId());
      default -> hooks.enable(hook);
    }
  }

  private SimAnswer delete(ApiCall call) {
    hooks.remove(hook(call));
    return Answers.success();
  }

  /** The body has to be there, be it an empty object. */
  private SimAnswer resetSecret(ApiCall call) {
    Hook hook = hook(call);
    Attributes.only(call.body(), "webhook", Set.of(), Set.of());
    String secret = hooks.resetSecret(hook);
    return Answers.success(
        json -> {
          json.writeStartObject();
          json.writeStringField("sharedSecret", secret);
          json.writeEndObject();
        });
  }

  private static SimAnswer shown(Hook hook, boolean secret) {
    return Answers.success(
        json -> {
          json.writeStartObject();
          HookJson.fields(json, hook, secret);
          json.writeEndObject();
        });
  }

  private Hook hook(ApiCall call) {
    return hooks
        .find(call.id("webhookId"))
        .filter(hook -> hook.plan().ownerId() == call.caller().id())
        .orElseThrow(ErrorCode.NOT_FOUND::with);
  }
}
