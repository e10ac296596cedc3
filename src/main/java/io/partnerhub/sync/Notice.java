package io.partnerhub.sync;

import java.util.List;

/**
 * One callback or event of a system.
 *
 * @param key by which its source names it, so that the same one is known when it comes again
 * @param hints what it says may have moved; none for one that says nothing of the kind
 */
public record Notice(String key, List<Hint> hints) {}
