package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.smartsheet.hook.Hook;
import io.partnerhub.sandbox.smartsheet.hook.HookSettings;
import io.partnerhub.sandbox.smartsheet.hook.Hooks;
import io.partnerhub.sandbox.smartsheet.hook.Status;
import java.util.List;

/** The webhooks as Smartsheet itself sees them, and what goes wrong with them on command. */
public final class HookControls {

  private final Workspace workspace;
  private final Hooks hooks;

  HookControls(Workspace workspace) {
    this.workspace = workspace;
    this.hooks = workspace.hooks();
  }

  /** How callbacks are made. */
  public HookSettings settings() {
    return hooks.settings();
  }

  public List<Hook> all() {
    return hooks.all();
  }

  /** The webhooks of a sheet, by its name or id. */
  public List<Hook> of(String sheet) {
    long id = Screen.sheet(workspace, sheet).id();
    return hooks.all().stream().filter(hook -> hook.plan().sheetId() == id).toList();
  }

  /**
   * Has one take another state.
   *
   * @param told whether its callback URL is told of it
   * @throws IllegalArgumentException when there is no such webhook
   */
  public void put(long id, Status status, boolean told) {
    hooks.put(
        hooks.find(id).orElseThrow(() -> new IllegalArgumentException("there is no webhook " + id)),
        status,
        told);
  }

  /** Hides a sheet from the owners of its webhooks, or lets them see it again. */
  public void accessible(String sheet, boolean visible) {
    hooks.accessible(Screen.sheet(workspace, sheet).id(), visible);
  }
}
