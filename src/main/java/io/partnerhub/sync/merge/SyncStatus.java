package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What people are told on a record itself, where they typed it: the open dead letters of its copies
 * and its held fields. Pure: it follows from the dossier, and is empty when nothing is in the way.
 */
public record SyncStatus(Mapping mapping, Dossier dossier) {

  /** In a word or two, the gravest first. */
  private enum Status {
    REFUSED("Refused"),
    NOT_DELIVERED("Not delivered"),
    HELD("Held");

    private final String inWords;

    Status(String inWords) {
      this.inWords = inWords;
    }
  }

  private record Obstacle(Status status, String sentence) {}

  /** The fields that are to say something else than they do, with what. */
  public List<Decision> news() {
    List<Decision> news = new ArrayList<>();
    if (mapping.syncFields().isEmpty()) {
      return news;
    }
    List<Obstacle> obstacles = obstacles();
    for (String name : mapping.syncFields()) {
      Field field = mapping.field(name);
      String was = dossier.record().agreed().get(name);
      String is = obstacles.isEmpty() ? null : Conversion.ownText(field, text(field, obstacles));
      if (!Objects.equals(was, is)) {
        String rule = field.rule().inWords();
        news.add(new Decision(Decision.Verdict.ACCEPTED, name, was, is, rule));
      }
    }
    return news;
  }

  /** What a copy of no record is to say in a system's fields: why it has none. */
  public static Values ofStray(Mapping mapping, SystemName system, Stray.Why why) {
    Obstacle obstacle = new Obstacle(Status.HELD, "This copy " + why.sentence());
    Values values = Values.none();
    for (Field field : mapping.fieldsIn(system)) {
      if (field.isSync()) {
        String text = Conversion.ownText(field, text(field, List.of(obstacle)));
        values = values.with(field.name(), text);
      }
    }
    return values;
  }

  private static String text(Field field, List<Obstacle> obstacles) {
    if (((FieldRule.Sync) field.rule()).part() == FieldRule.Sync.Part.MESSAGE) {
      return String.join("; ", obstacles.stream().map(Obstacle::sentence).toList());
    }
    Status gravest = obstacles.stream().map(Obstacle::status).sorted().findFirst().orElseThrow();
    return gravest.inWords;
  }

  private List<Obstacle> obstacles() {
    List<Obstacle> obstacles = new ArrayList<>();
    for (Replica replica : new TreeMap<>(dossier.replicas()).values()) {
      if (replica.trouble().fate().hasLetter()) {
        obstacles.add(letter(replica.trouble().reason()));
      }
    }
    for (Map.Entry<String, Hold> held : new TreeMap<>(dossier.record().held()).entrySet()) {
      if (mapping.declares(held.getKey()) && !mapping.field(held.getKey()).isSync()) {
        obstacles.add(hold(held.getKey(), held.getValue()));
      }
    }
    return obstacles;
  }

  private static Obstacle letter(Outcome.Reason reason) {
    boolean refused = reason.kind().mender() == ReasonClass.Mender.OWNER;
    return new Obstacle(
        refused ? Status.REFUSED : Status.NOT_DELIVERED, capitalised(reason.message()));
  }

  private static Obstacle hold(String field, Hold hold) {
    boolean unreadable = hold.why() == Hold.Why.UNREADABLE;
    return new Obstacle(
        unreadable ? Status.REFUSED : Status.HELD,
        field + ": " + hold.sentence() + (unreadable ? "" : "; it waits for a decision"));
  }

  private static String capitalised(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
