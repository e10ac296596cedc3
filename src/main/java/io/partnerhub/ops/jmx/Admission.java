package io.partnerhub.ops.jmx;

/** What may come in over the wire, in the words of Java's serial filters. */
final class Admission {

  /** Arguments of operations: texts and numbers, and what queries are made of. */
  static final String ARGUMENTS =
      "maxdepth=20;maxarray=1000;maxbytes=1000000;"
          + "java.lang.*;java.util.*;javax.management.**;java.rmi.MarshalledObject;!*";

  /** A name and a password. */
  static final String CREDENTIALS = "java.lang.String;!*";

  private Admission() {}
}
