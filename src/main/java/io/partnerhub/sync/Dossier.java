package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything the hub knows of one record.
 *
 * @param replicas one for each system of the mapping
 * @param attempts those not settled, oldest first
 */
public record Dossier(
    AgreedRecord record, Map<SystemName, Replica> replicas, List<Attempt> attempts) {

  /** The replica of a system of the mapping. */
  public Replica replica(SystemName system) {
    return replicas.get(system);
  }

  /** The unsettled attempts on a system's replica, oldest first. */
  public List<Attempt> attemptsOn(SystemName system) {
    return attempts.stream().filter(a -> a.system().equals(system)).toList();
  }

  /** Whether copies are there, in the order of systems: it decides what the others are due. */
  public List<Replica.State> states() {
    return replicas.values().stream().map(Replica::state).toList();
  }

  /** The same with other agreed values. */
  public Dossier with(AgreedRecord newRecord) {
    return new Dossier(newRecord, replicas, attempts);
  }

  /** The same with this copy in place of its system's. */
  public Dossier with(Replica replica) {
    Map<SystemName, Replica> more = new TreeMap<>(replicas);
    more.put(replica.system(), replica);
    return new Dossier(record, more, attempts);
  }

  /** The same, whose copy in a system is to be read again by a read that begins after a tick. */
  public Dossier readAgain(SystemName system, long tick) {
    Replica replica = replica(system);
    return with(replica.fenced(replica.fence().again(tick)));
  }

  /** Without some attempts, by their ids: what was stored may differ in the clock's last digits. */
  public Dossier without(List<Attempt> settled) {
    Set<Long> ids = settled.stream().map(Attempt::id).collect(Collectors.toSet());
    return new Dossier(
        record, replicas, attempts.stream().filter(a -> !ids.contains(a.id())).toList());
  }
}
