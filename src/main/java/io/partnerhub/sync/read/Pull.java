package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.kin.Following;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Reads what changed in one system, and what has to be read again. */
public final class Pull {

  /** A read in pages that ended in the middle is over after this. */
  private static final Duration LONGEST_CYCLE = Duration.ofMinutes(10);

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Intake intake;
  private final UnfitPlaces unfit;
  private final Again again;
  private final Places places;
  private final Told told;
  private volatile boolean everythingReadOnce;

  /** Reads one page after the other. */
  public Pull(Store store, Mapping mapping, Connector connector, Intake intake, Merge merge) {
    this(store, mapping, connector, intake, merge, Ahead.NONE);
  }

  /**
   * A pull.
   *
   * @param ahead how the next page is asked for while one is merged
   */
  public Pull(
      Store store, Mapping mapping, Connector connector, Intake intake, Merge merge, Ahead ahead) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.intake = intake;
    this.unfit = new UnfitPlaces(store::now);
    this.again = new Again(store, mapping, connector, intake, merge, unfit);
    this.places = new Places(store, mapping, connector, intake, ahead);
    this.told = new Told(store, mapping, connector, intake, places);
  }

  /** Reads all news of this type alone. */
  public void news() {
    new Cycle(store, connector, List.of(this)).run(rows -> {});
  }

  /** References follow renamed parents before children are written; whether there were any. */
  public boolean follow() {
    return new Following(store, mapping).follow();
  }

  List<Source> sources() {
    return checkpoints().stream().map(from -> new Source(mapping, from)).toList();
  }

  /**
   * Merges what a glance brought, reads on where it showed that there is more, then looks at
   * whatever is to be looked at again.
   *
   * @param news one for each source
   * @param read when the glance was
   * @param found gets how many rows a page has, before it is merged
   */
  void take(List<Source> sources, List<News> news, ReadTimes read, IntConsumer found) {
    List<Integer> places = IntStream.range(0, sources.size()).boxed().toList();
    InTurn.each(places, i -> take(sources.get(i).from(), news.get(i), read, Watch.of(found)));
    noteQuiet(sources, news, read);
    again();
    sweepWhatIsUnswept(sources);
  }

  /** Sweeps that failed at the end of their read are made behind all else: others wait for that. */
  private void sweepWhatIsUnswept(List<Source> sources) {
    if (sources.stream().anyMatch(source -> source.from().isUnswept())) {
      List<Checkpoint> unswept = checkpoints().stream().filter(Checkpoint::isUnswept).toList();
      InTurn.each(unswept, now -> places.sweep(now.source()));
    }
  }

  /**
   * Reads what hints are about: the news of a place, and copies by their ids. A copy that was never
   * seen is read with the news of its place, where another of the same key may be new beside it.
   * Copies in places that are not this type's are left out. A place that cannot be read stops no
   * other of them, unless it is the system that cannot.
   *
   * @param found gets how many rows were read, each time before they are merged
   */
  public void hinted(Collection<Hint> hints, IntConsumer found) {
    told.read(hints, Watch.of(found));
  }

  /** What is edited there later, was edited after this: the rule {@code latest} goes by it. */
  private void noteQuiet(List<Source> sources, List<News> news, ReadTimes read) {
    List<String> quiet = new ArrayList<>();
    for (int i = 0; i < news.size(); i++) {
      if (news.get(i) instanceof News.None none && none.certain()) {
        quiet.add(sources.get(i).from().source());
      }
    }
    if (!quiet.isEmpty()) {
      store.quiet(mapping.type(), connector.system(), quiet, read.at());
    }
  }

  private void take(Checkpoint from, News news, ReadTimes read, Watch watch) {
    if (news instanceof News.Perhaps) {
      places.news(from, watch);
    } else if (news instanceof News.Found more) {
      places.news(from, new Fetched<>(more.page(), read), watch);
    }
  }

  /** The slow second pass over what may have been committed behind the watermark. */
  public void secondPass() {
    InTurn.each(checkpoints(), this::secondPass);
  }

  private void secondPass(Checkpoint from) {
    String cursor = null;
    do {
      String behind = cursor;
      Fetched<Optional<Page>> fetched =
          Fetched.from(store, at -> connector.secondPass(mapping, from, behind, at));
      Optional<Page> page = fetched.answer();
      page.ifPresent(
          p ->
              intake.merge(
                  connector.system(),
                  p.rows(),
                  fetched.read(),
                  behind == null && p.cursor() == null));
      cursor = page.map(Page::cursor).orElse(null);
    } while (cursor != null);
    intake.endCycle(connector.system(), store.now());
  }

  /** Compares all ids of each source with what is known. */
  public void sweep() {
    InTurn.each(locations(), places::sweep);
  }

  /**
   * Before rows are added to a place: whatever was added there meanwhile is merged first.
   *
   * @return keys that people gave to copies there and that could not be merged now
   */
  public Set<String> beforeAdds(String location) {
    return beforeAdds(location, places::news);
  }

  /**
   * The same while own calls are under way there: what these explain is not read, which would be
   * all that they add.
   */
  public Set<String> amidAdds(String location) {
    return beforeAdds(
        location,
        (from, watch) -> {
          List<Source> place = List.of(new Source(mapping, from));
          Fetched<List<News>> news = Fetched.from(store, at -> connector.news(place, at));
          take(from, news.answer().get(0), news.read(), watch);
        });
  }

  private Set<String> beforeAdds(String location, BiConsumer<Checkpoint, Watch> read) {
    Set<String> unmerged = new HashSet<>();
    Checkpoint checkpoint =
        store.checkpoints(mapping.type(), connector.system(), List.of(location)).get(0);
    if (checkpoint.version() > 0) {
      read.accept(checkpoint, new Watch(rows -> {}, unmerged::addAll));
    }
    return unmerged;
  }

  /** Once true, it stays so: a source that was read to its end is never unread again. */
  public boolean everythingReadOnce() {
    everythingReadOnce = everythingReadOnce || store.readCompletely(mapping);
    return everythingReadOnce;
  }

  /**
   * What the fence turned away, what lost answers concern, and strays whose reason may be over.
   *
   * @return whether the system was asked
   */
  public boolean again() {
    AtomicBoolean asked = new AtomicBoolean();
    List<BooleanSupplier> looks = List.of(this::sweepForTheGuard, again::look);
    InTurn.each(looks, look -> asked.compareAndSet(false, look.getAsBoolean()));
    return asked.get();
  }

  private boolean sweepForTheGuard() {
    if (!store.isKeeping(mapping.type(), connector.system())) {
      return false;
    }
    intake.endCycle(connector.system(), store.now().minus(LONGEST_CYCLE));
    Collection<String> sources = store.toSweep(mapping.type(), connector.system());
    InTurn.each(sources, source -> unfit.look(source, () -> places.sweep(source)));
    return !sources.isEmpty();
  }

  /**
   * Calls that can no longer land are settled by looking; call it often, it costs no outside call.
   */
  public void closeLost(Duration grace) {
    store.expire(mapping.type());
    store.close(mapping.type(), store.now().minus(grace));
  }

  private List<Checkpoint> checkpoints() {
    return store.checkpoints(mapping.type(), connector.system(), locations());
  }

  Set<String> locations() {
    return mapping.side(connector.system()).placement().locations();
  }
}
