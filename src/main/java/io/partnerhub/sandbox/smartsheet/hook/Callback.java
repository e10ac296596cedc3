package io.partnerhub.sandbox.smartsheet.hook;

/**
 * One callback; its body is the same each time it is sent.
 *
 * @param dueMillis when it is sent
 * @param retries made so far
 */
record Callback(byte[] body, long dueMillis, int retries) {

  Callback again(long atMillis) {
    return new Callback(body, atMillis, retries + 1);
  }
}
