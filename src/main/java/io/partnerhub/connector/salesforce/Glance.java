package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.CompositeQueries.Part;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks several objects for their news in one call. */
final class Glance {

  private final ChangeReader changes;
  private final CompositeQueries queries;

  Glance(ChangeReader changes, CompositeQueries queries) {
    this.changes = changes;
    this.queries = queries;
  }

  /** A first read is long, and one object alone costs no more by itself: they come later. */
  List<News> at(List<Source> sources, Instant now) {
    List<Source> together = sources.stream().filter(s -> s.from().complete()).toList();
    List<Part> parts =
        together.size() < 2
            ? List.of()
            : queries.run(
                together.stream().map(s -> changes.firstPath(s.mapping(), s.from())).toList());
    List<News> news = new ArrayList<>();
    int next = 0;
    for (Source source : sources) {
      boolean asked = !parts.isEmpty() && source.from().complete();
      news.add(asked ? told(source, parts.get(next++), now) : new News.Perhaps());
    }
    return news;
  }

  /** What was refused or cannot be read is asked for again by itself, to learn why. */
  private News told(Source source, Part part, Instant now) {
    if (part instanceof Part.Answered answered) {
      try {
        return new News.Found(changes.firstPage(source, answered.rows(), now));
      } catch (UnusableAnswer e) {
        return new News.Perhaps();
      }
    }
    return new News.Perhaps();
  }
}
