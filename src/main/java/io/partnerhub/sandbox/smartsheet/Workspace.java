package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.smartsheet.hook.HookSettings;
import io.partnerhub.sandbox.smartsheet.hook.Hooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** The state of one simulated account. */
final class Workspace {
  private final Clock clock;
  private final Ids ids;
  private final People people;
  private final Tokens tokens = new Tokens();
  private final RateLimit rateLimit = new RateLimit();
  private final Refusals refusals = new Refusals();
  private final Settings settings = new Settings();
  private final Hooks hooks;
  private final Map<Long, Sheet> sheets = new ConcurrentSkipListMap<>();

  Workspace(Clock clock, long seed, HookSettings hookSettings) {
    this.clock = clock;
    this.ids = new Ids(seed);
    this.people = new People(ids);
    this.hooks = new Hooks(clock, ids::next, hookSettings, this::settle);
  }

  long millis() {
    return clock.millis();
  }

  Author author(Person person) {
    return new Author(person, Math.floorDiv(clock.millis(), 1000L));
  }

  /** Whoever calls, with the marks that came along. */
  Author author(ApiCall call) {
    Author author = author(call.caller());
    return new Author(author.person(), author.second(), call.changeAgent());
  }

  Hooks hooks() {
    return hooks;
  }

  Ids ids() {
    return ids;
  }

  People people() {
    return people;
  }

  Tokens tokens() {
    return tokens;
  }

  RateLimit rateLimit() {
    return rateLimit;
  }

  Refusals refusals() {
    return refusals;
  }

  Settings settings() {
    return settings;
  }

  Collection<Sheet> sheets() {
    return sheets.values();
  }

  void add(Sheet sheet) {
    sheets.put(sheet.id(), sheet);
  }

  void remove(Sheet sheet) {
    sheets.remove(sheet.id());
    hooks.accessible(sheet.id(), false);
  }

  boolean hasSheet(long id) {
    return sheets.containsKey(id);
  }

  Sheet sheet(long id) {
    return Optional.ofNullable(sheets.get(id))
        .filter(s -> millis() >= s.createdMillis() + settings.newSheetHidden().toMillis())
        .orElseThrow(() -> ErrorCode.NOT_FOUND.with());
  }

  /** Reads a sheet after what its automations had to do by now. */
  <T> T read(Sheet sheet, Supplier<T> work) {
    if (locked(sheet.lock().readLock(), () -> sheet.automations().anyDue(millis()))) {
      change(sheet, () -> null);
    }
    return locked(sheet.lock().readLock(), work);
  }

  /** Lets the automations of all sheets do what they had to do by now. */
  private void settle() {
    sheets.values().forEach(sheet -> read(sheet, () -> null));
  }

  /** Changes a sheet as a person at the screen does, between API writes. */
  <T> T change(Sheet sheet, Supplier<T> work) {
    return locked(
        sheet.lock().writeLock(),
        () -> {
          sheet.automations().runDue(millis());
          return work.get();
        });
  }

  /** An API write: refused while another one of these sheets is being written. */
  <T> T write(List<Sheet> written, Supplier<T> work) {
    List<Sheet> claimed = new ArrayList<>();
    try {
      for (Sheet sheet : written) {
        if (!sheet.claim()) {
          throw settings.collisionsAsMissingId()
              ? ErrorCode.ATTRIBUTE_MISSING.with("row.id")
              : ErrorCode.SAVE_COLLISION.with(sheet.id());
        }
        claimed.add(sheet);
      }
      pause();
      return changeAll(written, work);
    } finally {
      claimed.forEach(Sheet::release);
    }
  }

  private <T> T changeAll(List<Sheet> written, Supplier<T> work) {
    if (written.isEmpty()) {
      return work.get();
    }
    Sheet first = written.get(0);
    return change(first, () -> changeAll(written.subList(1, written.size()), work));
  }

  private void pause() {
    try {
      Thread.sleep(settings.writeTakes().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ErrorCode.UNSUPPORTED.with("the simulator is being stopped");
    }
  }

  private static <T> T locked(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
