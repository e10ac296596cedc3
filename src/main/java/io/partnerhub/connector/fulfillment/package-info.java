/**
 * A fulfillment API that a connector file describes: its records as replicas, its errors as
 * outcomes; sees model, mapping and the contracts of sync.
 */
package io.partnerhub.connector.fulfillment;
