package io.partnerhub.mapping;

import java.util.Comparator;

/**
 * Something that an operator has to put right in a mapping file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param what the fault, in a sentence that names the thing
 * @param remedy what to do about it
 */
public record Fault(String file, int line, String what, String remedy)
    implements Comparable<Fault> {

  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::file)
          .thenComparingInt(Fault::line)
          .thenComparing(Fault::what)
          .thenComparing(Fault::remedy);

  @Override
  public int compareTo(Fault other) {
    return ORDER.compare(this, other);
  }

  /** For example {@code mappings/partner.yaml:7: There is no field "cod". Did you mean "code"?} */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return place + ": " + what + ". " + remedy;
  }
}
