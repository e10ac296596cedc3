package io.partnerhub.cli;

import java.io.PrintWriter;
import javax.management.openmbean.TabularData;

/** A command that prints what is held. */
abstract class HeldItemsCommand extends RunningHubCommand<TabularData> {

  HeldItemsCommand(HubDoor door) {
    super(door);
  }

  @Override
  final void print(TabularData items, PrintWriter out) {
    HeldItems.print(items, out);
  }
}
