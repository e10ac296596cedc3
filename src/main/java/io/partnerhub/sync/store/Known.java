package io.partnerhub.sync.store;

import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Stray;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the store knows about the copies and keys of one page.
 *
 * @param recordOf record by native id
 * @param dossiers by record id
 * @param recordsByKey records that have a key, had it in some system, or are being added under it
 * @param strays by native id
 * @param straysByKey native ids of strays in this system that count as having a key
 * @param complete the system was read completely for the type
 * @param readUntil by source: begin of the last read that showed all its news
 */
public record Known(
    Map<String, Long> recordOf,
    Map<Long, Dossier> dossiers,
    Map<String, Set<Long>> recordsByKey,
    Map<String, Stray> strays,
    Map<String, List<String>> straysByKey,
    boolean complete,
    Map<String, java.time.Instant> readUntil) {}
