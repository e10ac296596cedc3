package io.partnerhub.sandbox.crash;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One connection, message by message as PostgreSQL's protocol 3 frames them. */
final class CommitConversation {

  private static final int START_UP = 196_608; // protocol 3.0
  private static final int LENGTH_BYTES = 4;
  private static final int BUFFER = 16_384;

  private final Socket hub;
  private final Socket postgres;
  private final Executioner executioner;
  private final Statements statements = new Statements();

  /** What the next answer says is done; null for nothing that lasts. */
  private volatile String answerIsOf;

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
        Optional<String> lasting = statements.madeLastingBy(type, body);
        if (lasting.isPresent()) {
          if (executioner.isBefore(lasting.get())) {
            return;
          }
          answerIsOf = lasting.get();
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

  /** Forwards what PostgreSQL answers; an answer to what commits comes after it. */
  void answers() {
    try (hub;
        postgres) {
      byte[] buffer = new byte[BUFFER];
      int read = postgres.getInputStream().read(buffer);
      while (read >= 0) {
        String answered = answerIsOf;
        if (answered != null) {
          answerIsOf = null;
          if (executioner.isAfter(answered)) {
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

  private static byte[] body(DataInputStream in) throws IOException {
    byte[] body = new byte[in.readInt() - LENGTH_BYTES];
    in.readFully(body);
    return body;
  }
}
