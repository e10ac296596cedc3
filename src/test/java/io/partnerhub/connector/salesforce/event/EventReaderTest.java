package io.partnerhub.connector.salesforce.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

  private static final ConsumerEvent EVENT =
      ConsumerEvent.newBuilder()
          .setEvent(
              ProducerEvent.newBuilder()
                  .setId("e1")
                  .setSchemaId("s1")
                  .setPayload(ByteString.copyFrom(new byte[] {0, 0})))
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no schema",
        "{'type':'record','name':'E','fields':[{'name':'ChangeEventHeader','type':['null','int']}]}",
        "{'type':'record','name':'E','fields':[{'name':'ChangeEventHeader','type':['int']}]}",
        "{'type':'record','name':'E','fields':[{'name':'Other','type':['null','int']}]}",
        "{'type':'enum','name':'E','symbols':['A']}"
      })
  void an_event_of_another_form_is_unreadable_and_ends_no_stream(String schema) {
    EventReader reader =
        new EventReader(id -> new Schema.Parser().parse(schema.replace('\'', '"')));

    assertThat(reader.read(EVENT)).isEqualTo(ChangeEvent.unreadable("e1"));
  }

  @Test
  void a_schema_that_cannot_be_had_now_is_asked_for_again() {
    EventReader reader =
        new EventReader(
            id -> {
              throw Status.UNAVAILABLE.asRuntimeException();
            });

    assertThatThrownBy(() -> reader.read(EVENT)).isInstanceOf(StatusRuntimeException.class);
  }
}
