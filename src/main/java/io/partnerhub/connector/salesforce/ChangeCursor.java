package io.partnerhub.connector.salesforce;

import java.time.Instant;

/**
 * Where a read of several pages stands.
 *
 * @param begun the store's clock when the read began
 * @param path path of the next page
 */
record ChangeCursor(Instant begun, String path) {

  /** The text that is kept between pages. */
  String text() {
    return begun + " " + path;
  }

  static ChangeCursor parse(String text) {
    int space = text.indexOf(' ');
    return new ChangeCursor(Instant.parse(text.substring(0, space)), text.substring(space + 1));
  }
}
