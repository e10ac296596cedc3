/**
 * The heart: observations, fence, merge, due writes, attempts and their settlement; no HTTP, no
 * Camel, no SQL.
 */
package io.partnerhub.sync;
