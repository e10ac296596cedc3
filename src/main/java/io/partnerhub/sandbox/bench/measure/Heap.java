package io.partnerhub.sandbox.bench.measure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The greatest heap of a Java process, by the log of its garbage collections.
 *
 * @param peakMegabytes before any collection: what it used, garbage included
 * @param liveMegabytes after a full collection: what it needed at most
 */
public record Heap(int peakMegabytes, int liveMegabytes) {

  private static final Pattern COLLECTION =
      Pattern.compile("Pause (\\w+) .*?(\\d+)M->(\\d+)M\\(\\d+M\\)");

  /** 0 where there was no such collection. */
  static Heap of(List<String> gcLog) {
    int peak = 0;
    int live = 0;
    for (String line : gcLog) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        peak = Math.max(peak, Integer.parseInt(collection.group(2)));
        if (collection.group(1).equals("Full")) {
          live = Math.max(live, Integer.parseInt(collection.group(3)));
        }
      }
    }
    return new Heap(peak, live);
  }
}
