package io.partnerhub.deadletter;

import io.partnerhub.sync.Chooser;
import java.time.Instant;

/**
 * Which letters are to be replayed, and how fast.
 *
 * @param conditions the filter, as it was typed
 * @param asOf when it was given: what comes later than that is not older than the filter says
 * @param max how many at most
 * @param perSecond how many in a second at most
 */
record BulkOrder(
    Filter filter, String conditions, Instant asOf, int max, int perSecond, Chooser by) {}
