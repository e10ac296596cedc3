package io.partnerhub.mapping;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The text of a file that people saved, in UTF-8. */
public final class Utf8 {

  private Utf8() {}

  /** Where bytes are no UTF-8: the line, and the byte of them all, both from 1. */
  public record Broken(int line, int at) {}

  /**
   * Reads bytes as text.
   *
   * @param fault makes what is thrown where they are no UTF-8
   */
  public static String text(byte[] bytes, Function<Broken, ? extends RuntimeException> fault) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw fault.apply(new Broken(line, in.position() + 1));
    }
    return text;
  }
}
