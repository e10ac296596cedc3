package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Smartsheet's error codes and what they mean: the only place that knows them. */
final class ErrorCodes {

  private static final Map<Integer, FaultClass> BY_CODE = new HashMap<>();

  static {
    put(FaultClass.RATE_LIMIT, 4003);
    put(FaultClass.CLOSED, 4001);
    put(FaultClass.COLLISION, 4004);
    put(FaultClass.FAILED, 4000, 4002);
    // token, single sign-on, an assumed user; the plan or its administrator; a retired version
    put(FaultClass.REFUSED, 1001, 1002, 1003, 1005, 1030, 1013, 1361, 1362, 1363, 4005);
    put(FaultClass.FORBIDDEN, 1004);
    put(FaultClass.NOT_FOUND, 1006);
    put(FaultClass.ROW_GONE, 1034);
    put(FaultClass.COLUMN_GONE, 1036);
    put(FaultClass.PLACE_GONE, 1063, 1185);
    put(FaultClass.MISSING, 1012);
    put(FaultClass.LOCKED, 1039, 1046, 1050, 1092, 1212, 1302);
    put(FaultClass.VALUE, 1008, 1031, 1032, 1037, 1038, 1041, 1042, 1064, 1109, 1110, 1111, 1112);
    put(FaultClass.VALUE, 1113, 1114, 1115, 1116, 1117, 1123, 1130, 1131, 1148, 5536);
    put(FaultClass.TOO_LARGE, 5636, 5732); // [I] a sheet that is full
  }

  /** No access, no such sheet or column, a locked, calculated or system column. */
  private static final Set<String> DESCRIBED =
      Set.of("1004", "1006", "1036", "COLUMN_MISSING", "1038", "1039", "1046", "1302");

  /** What a column refuses by its type; which addresses one of contacts takes nothing tells. */
  private static final Pattern NOT_OF_TYPE =
      Pattern.compile("strict requirements for type (?!CONTACT_LIST|MULTI_CONTACT_LIST)");

  private ErrorCodes() {}

  private static void put(FaultClass meaning, int... codes) {
    for (int code : codes) {
      BY_CODE.put(code, meaning);
    }
  }

  /** Whether the description of a sheet tells if the cause of a refusal is gone. */
  static boolean isDescribed(Outcome.Reason reason) {
    return DESCRIBED.contains(reason.code())
        || reason.code().equals("1042") && NOT_OF_TYPE.matcher(reason.message()).find();
  }

  /**
   * The meaning of an error.
   *
   * @param code 0 where the answer has none; the HTTP status decides then, as for unknown codes
   */
  static FaultClass of(int status, int code, String message) {
    if (code == 1012 && message.contains("row.id")) {
      return FaultClass.COLLISION; // parallel saves of one sheet show as a "missing" row id
    }
    FaultClass known = BY_CODE.get(code);
    return known != null ? known : byStatus(status);
  }

  private static FaultClass byStatus(int status) {
    return switch (status) {
      case 401, 407, 410, 511 -> FaultClass.REFUSED;
      case 403, 405 -> FaultClass.FORBIDDEN;
      case 404 -> FaultClass.NOT_FOUND;
      case 408 -> FaultClass.UNKNOWN;
      case 409, 423, 425 -> FaultClass.COLLISION;
      case 413, 414, 431 -> FaultClass.TOO_LARGE;
      case 429 -> FaultClass.RATE_LIMIT;
      case 503 -> FaultClass.CLOSED;
      default -> {
        if (status >= 500) {
          yield FaultClass.FAILED;
        }
        yield status >= 400 ? FaultClass.VALUE : FaultClass.REDIRECTED;
      }
    };
  }
}
