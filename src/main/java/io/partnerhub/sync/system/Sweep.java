package io.partnerhub.sync.system;

import java.util.Set;

/**
 * Every native id that a source holds, read without a break.
 *
 * @param totalRows how many rows the source counts, never-populated ones included
 */
public record Sweep(String source, Set<String> ids, int totalRows) {}
