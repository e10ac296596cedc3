package io.partnerhub.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One connection to the door, byte by byte: for what no client library would send. */
public final class RawCall implements AutoCloseable {

  private static final int LONGEST_WAIT_MILLIS = 60_000;

  private final Socket socket;

  public RawCall(int port) throws IOException {
    this(port, "127.0.0.1");
  }

  /**
   * From another of this machine's addresses.
   *
   * @param from such as {@code 127.0.0.2}
   */
  RawCall(int port, String from) throws IOException {
    socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Sends bytes as they are. */
  public RawCall send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawCall send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Up to the end of the headers; what came before where the door closes the connection. */
  public String head() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    int next;
    while (!head.toString().endsWith("\r\n\r\n") && (next = in.read()) >= 0) {
      head.append((char) next);
    }
    return head.toString();
  }

  /** Whether the door closed it; waits for that. */
  public boolean isClosed() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return !(e instanceof SocketTimeoutException);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
