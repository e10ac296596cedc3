package io.partnerhub.sandbox.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The greatest heap of a Java process, by the log of its garbage collections.
 *
 * @param peakMegabytes before a collection: what it used, garbage included
 * @param liveMegabytes after a collection: what it needed at most
 */
record Heap(int peakMegabytes, int liveMegabytes) {

  private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

  /** Both 0 when nothing was collected. */
  static Heap of(List<String> gcLog) {
    int peak = 0;
    int live = 0;
    for (String line : gcLog) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        peak = Math.max(peak, Integer.parseInt(collection.group(1)));
        live = Math.max(live, Integer.parseInt(collection.group(2)));
      }
    }
    return new Heap(peak, live);
  }
}
