package io.partnerhub.sync.read;

import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** One look at a system for the news of all types: a single glance shows where there are any. */
public final class Cycle {

  private final Store store;
  private final Connector connector;
  private final List<Pull> pulls;

  /**
   * @param pulls of the connector's system, parents before children
   */
  public Cycle(Store store, Connector connector, List<Pull> pulls) {
    this.store = store;
    this.connector = connector;
    this.pulls = pulls;
  }

  /**
   * Reads all news, type by type; a type that fails stops no other.
   *
   * @param found gets how many rows a page has, each time before it is merged
   */
  public void run(IntConsumer found) {
    InTurn.each(pulls, Pull::follow);
    List<List<Source>> ofPulls = pulls.stream().map(Pull::sources).toList();
    List<Source> all = ofPulls.stream().flatMap(List::stream).toList();
    Fetched<List<News>> news = Fetched.from(store, at -> connector.news(all, at));
    List<Runnable> turns = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < pulls.size(); i++) {
      Pull pull = pulls.get(i);
      List<Source> sources = ofPulls.get(i);
      List<News> some = news.answer().subList(start, start + sources.size());
      turns.add(() -> pull.take(sources, some, news.read(), found));
      start += sources.size();
    }
    InTurn.each(turns, Runnable::run);
  }
}
