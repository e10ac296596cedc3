/** Every fault in every call that the hub makes, and where the record ends; may use all. */
package io.partnerhub.sandbox.matrix;
