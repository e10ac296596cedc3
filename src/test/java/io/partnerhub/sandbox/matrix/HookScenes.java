package io.partnerhub.sandbox.matrix;

import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.FreePort;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.matrix.Scene.Aim;
import io.partnerhub.sandbox.matrix.Scene.Open;
import io.partnerhub.sandbox.smartsheet.HookControls;
import io.partnerhub.sandbox.smartsheet.hook.Hook;
import io.partnerhub.sandbox.smartsheet.hook.Plan;
import io.partnerhub.sandbox.smartsheet.hook.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What befalls the webhook of the orders' sheet: two orders are edited, of which it tells nothing,
 * and the hub looks at its webhooks next.
 */
final class HookScenes {

  private static final String SHEET = "Order tracker";
  private static final Duration WATCH = Duration.ofMinutes(5);

  private HookScenes() {}

  /** Smartsheet disabled it. */
  static Scene disabled() {
    return scene(HookScenes::disable);
  }

  /** Somebody deleted it. */
  static Scene deleted() {
    return scene(stage -> call(stage, "DELETE", "/" + hook(stage).id(), ""));
  }

  /** There is another one, as after the answer to its making was lost; and it is disabled. */
  static Scene surplus() {
    return scene(
        stage -> {
          Plan plan = hook(stage).plan();
          disable(stage);
          call(
              stage,
              "POST",
              "",
              "{\"name\":\"%s\",\"callbackUrl\":\"%s\",\"scope\":\"sheet\",\"scopeObjectId\":%d,"
                      .formatted(plan.name(), plan.callbackUrl(), plan.sheetId())
                  + "\"events\":[\"*.*\"],\"version\":1}");
        });
  }

  /** A hub ended while it renewed its secret; and it is disabled. */
  static Scene unsure() {
    return scene(
        stage -> {
          disable(stage);
          stage.whereabouts().beginRenewal(Long.toString(hook(stage).id()));
        });
  }

  private static Scene scene(Consumer<Stage> mishap) {
    return (stage, turn) -> {
      hear(stage);
      hooks(stage).settings().dropping(true);
      mishap.accept(stage);
      Open open = Scenes.news(SMARTSHEET).begin(stage, turn);
      return new Open(
          stage,
          open.records(),
          open.keys(),
          SMARTSHEET,
          open.judged(),
          () -> hear(stage),
          new Told(stage, open.aim()));
    };
  }

  /** The records show what they are to, and their sheet has one webhook, which tells. */
  private record Told(Stage stage, Aim values) implements Aim {
    @Override
    public boolean isReached(Records records, String key, SystemName system) {
      List<Hook> hooks = hooks(stage).of(SHEET);
      return hooks.size() == 1
          && hooks.get(0).isEnabled()
          && stage.hub().isTold(SMARTSHEET)
          && values.isReached(records, key, system);
    }

    @Override
    public String in(String found) {
      return found + (stage.hub().isTold(SMARTSHEET) ? "" : ", polled");
    }
  }

  private static void hear(Stage stage) {
    if (!stage.rig().environment().containsKey("HUB_PUBLIC_URL")) {
      String address = "127.0.0.1:" + FreePort.find();
      stage.restartWith(Map.of("HUB_HTTP_PORT", address, "HUB_PUBLIC_URL", "http://" + address));
    }
    stage.pass(WATCH);
    stage.hub().listen(SMARTSHEET);
    stage.hub().receive(SMARTSHEET);
  }

  private static HookControls hooks(Stage stage) {
    return stage.rig().simulators().smartsheet().hooks();
  }

  private static Hook hook(Stage stage) {
    return hooks(stage).of(SHEET).get(0);
  }

  private static void disable(Stage stage) {
    hooks(stage).put(hook(stage).id(), Status.DISABLED_CALLBACK_FAILED, false);
  }

  private static void call(Stage stage, String method, String path, String body) {
    URI uri = URI.create(stage.rig().server(SMARTSHEET).baseUrl() + "/2.0/webhooks" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + Simulators.SMARTSHEET_TOKEN)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
