package io.partnerhub.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;

/**
 * An event as the bus carries it.
 *
 * @param entity the changed object, such as {@code Account}
 * @param uuid the same in every delivery of the event
 * @param payload Avro by the schema
 */
public record BusEvent(String entity, String uuid, String schemaId, ByteString payload) {}
