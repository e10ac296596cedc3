/**
 * Webhooks of the simulated Smartsheet: their states, callbacks and handshakes; knows nothing of
 * sheets.
 */
package io.partnerhub.sandbox.smartsheet.hook;
