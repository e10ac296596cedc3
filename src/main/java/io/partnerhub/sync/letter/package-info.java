/** Mends dead letters: edit, replay, discard, and the forecast of what a replay would come to. */
package io.partnerhub.sync.letter;
