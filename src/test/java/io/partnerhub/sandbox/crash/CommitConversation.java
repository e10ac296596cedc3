package io.partnerhub.sandbox.crash;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** One connection, message by message as PostgreSQL's protocol 3 frames them. */
final class CommitConversation {

  private static final int START_UP = 196_608; // protocol 3.0
  private static final int LENGTH_BYTES = 4;
  private static final int BUFFER = 16_384;

  private final Socket hub;
  private final Socket postgres;
  private final Executioner executioner;
  private final Set<String> commitStatements = new HashSet<>();
  private volatile boolean answerIsCommit;

  CommitConversation(Socket hub, Socket postgres, Executioner executioner) {
    this.hub = hub;
    this.postgres = postgres;
    this.executioner = executioner;
  }

  /** Forwards what the hub sends, until either side hangs up. */
  void questions() {
    try (hub;
        postgres) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(hub.getInputStream()));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(postgres.getOutputStream()));
      startUp(in, out);
      while (true) {
        byte type = in.readByte();
        byte[] body = body(in);
        if (isCommit(type, body)) {
          if (executioner.isBefore(KillPoint.COMMIT)) {
            return;
          }
          answerIsCommit = true;
        }
        out.writeByte(type);
        out.writeInt(body.length + LENGTH_BYTES);
        out.write(body);
        if (in.available() == 0) {
          out.flush();
        }
      }
    } catch (IOException e) {
      // one of them hung up
    }
  }

  /** Forwards what PostgreSQL answers; an answer to a commit comes after the commit. */
  void answers() {
    try (hub;
        postgres) {
      byte[] buffer = new byte[BUFFER];
      int read = postgres.getInputStream().read(buffer);
      while (read >= 0) {
        if (answerIsCommit) {
          answerIsCommit = false;
          if (executioner.isAfter(KillPoint.COMMIT)) {
            return;
          }
        }
        hub.getOutputStream().write(buffer, 0, read);
        read = postgres.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // one of them hung up
    }
  }

  /** Before the start-up message a client may ask for encryption: messages without a type. */
  private static void startUp(DataInputStream in, DataOutputStream out) throws IOException {
    int code;
    do {
      byte[] body = body(in);
      code = ByteBuffer.wrap(body).getInt();
      out.writeInt(body.length + LENGTH_BYTES);
      out.write(body);
      out.flush();
    } while (code != START_UP);
  }

  /** The driver sends COMMIT as a text at first, and then by the name of a prepared statement. */
  private boolean isCommit(byte type, byte[] body) {
    return switch (type) {
      case 'Q' -> text(body, 0).equals("COMMIT");
      case 'P' -> {
        String name = text(body, 0);
        if (text(body, name.length() + 1).equals("COMMIT")) {
          commitStatements.add(name);
        } else {
          commitStatements.remove(name);
        }
        yield false;
      }
      case 'B' -> commitStatements.contains(text(body, text(body, 0).length() + 1));
      default -> false;
    };
  }

  private static String text(byte[] body, int from) {
    int end = from;
    while (body[end] != 0) {
      end++;
    }
    return new String(body, from, end - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] body(DataInputStream in) throws IOException {
    byte[] body = new byte[in.readInt() - LENGTH_BYTES];
    in.readFully(body);
    return body;
  }
}
